/**
 * What the portal counts of visits, and that it does so only in browsers that agreed: the choice by kind, the signals by
 * which a browser says no, and the counting itself. What is counted belongs to no account.
 */
export {
  CHOICE_COOKIE,
  choiceOf,
  cookieOf,
  isOpen,
  maxAgeOf,
  optionalKinds,
  readChoice,
  writeChoice,
} from './cookie-choice.ts'
export { campaignIn, countCampaign, countedPage, countView } from './count-view.ts'
export { type PrivacySignal, privacySignal } from './privacy-signal.ts'
export { purgeViews } from './purge-views.ts'
export { recordChoice } from './record-choice.ts'
export { forgetVisitor, visitorViews } from './visitor-views.ts'
