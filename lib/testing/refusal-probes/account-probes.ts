import {
  changePassword,
  confirmByCode,
  confirmByPassword,
  endOtherSessions,
  endSession,
  finishIdentifierChange,
  listLatestSignIns,
  listSessions,
  removeIdentifier,
} from '#lib/identity/index.ts'
import { entryPolicy } from '#lib/policies/index.ts'
import { cancelAccount, findClosing, undoCancel } from '#lib/retention/index.ts'
import { readStorage } from '#lib/transfers/index.ts'
import { nobodys, type Probes, visitor } from './probe.ts'

export const accountProbes = {
  'account:view': {
    aims: {},
    own: {
      readStorage: (grant) => readStorage(grant),
      findClosing: (grant) => findClosing(grant),
      entryPolicy: (grant) => entryPolicy(grant),
    },
  },
  'account:cancel': { aims: {}, own: { cancelAccount: (grant) => cancelAccount(grant) } },
  'account:undo-cancel': { aims: {}, own: { undoCancel: (grant) => undoCancel(grant) } },
  'credentials:change': {
    aims: {},
    own: { changePassword: (grant) => changePassword(grant, { newPassword: 'correct horse battery staple' }) },
  },
  'identifiers:change': {
    aims: {},
    own: {
      finishIdentifierChange: (grant) => finishIdentifierChange(grant, { ticket: nobodys, code: '000000' }),
      removeIdentifier: (grant) => removeIdentifier(grant, { kind: 'email' }),
    },
  },
  'sessions:view': {
    aims: {},
    own: { listSessions: (grant) => listSessions(grant), listLatestSignIns: (grant) => listLatestSignIns(grant) },
  },
  'sessions:end': {
    aims: { endSession: (grant, { rows }) => endSession(grant, { sessionId: rows.session }) },
    own: { endOtherSessions: (grant) => endOtherSessions(grant) },
  },
  'sessions:step-up': {
    aims: {},
    own: {
      confirmByPassword: (grant) => confirmByPassword(grant, { password: 'not the password' }, visitor),
      confirmByCode: (grant) => confirmByCode(grant, { ticket: nobodys, code: '000000' }, visitor),
    },
  },
} satisfies Partial<Probes>
