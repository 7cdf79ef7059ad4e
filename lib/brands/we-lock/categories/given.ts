import { canonicalFields } from '../../canonical-fields.ts'
import type { ManifestInput } from '../../manifest-schema.ts'

export const givenCategories: ManifestInput['categories'] = [
  {
    key: 'devices',
    name: { en: 'Devices', 'zh-CN': '设备', fr: 'Appareils' },
    description: {
      en: 'The locks and phones that belong to your account.',
      'zh-CN': '属于您账号的门锁和手机。',
      fr: 'Les serrures et les téléphones liés à votre compte.',
    },
    shape: 'device',
    fields: canonicalFields.devices,
    purposes: ['provide_products', 'safety_notices'],
    legalBasis: 'contract',
    source: 'person',
    retention: {
      rule: 'account',
      reason: {
        en: 'Kept until you remove the device or close the account.',
        'zh-CN': '保存到您移除设备或注销账号为止。',
        fr: 'Conservé jusqu’à ce que vous retiriez l’appareil ou fermiez le compte.',
      },
    },
    intake: true,
    deletable: true,
  },
  {
    key: 'uploads',
    name: { en: 'Pictures you uploaded', 'zh-CN': '您上传的图片', fr: 'Images que vous avez envoyées' },
    description: {
      en: 'Your profile picture and the photos you shared, with the place written inside a photo, if there is one.',
      'zh-CN': '您的头像和分享的照片；如果照片中写有拍摄地点，也会显示。',
      fr: 'Votre photo de profil et les photos partagées, avec le lieu inscrit dans la photo s’il y en a un.',
    },
    shape: 'upload',
    fields: [
      ...canonicalFields.uploads,
      {
        key: 'geotag',
        label: { en: 'Place in the photo', 'zh-CN': '照片中的地点', fr: 'Lieu inscrit dans la photo' },
        type: 'text',
        sensitive: true,
      },
    ],
    purposes: ['provide_products'],
    legalBasis: 'contract',
    source: 'person',
    retention: {
      rule: 'account',
      reason: {
        en: 'Kept until you delete the picture or close the account.',
        'zh-CN': '保存到您删除图片或注销账号为止。',
        fr: 'Conservé jusqu’à ce que vous effaciez l’image ou fermiez le compte.',
      },
    },
    intake: false,
    deletable: true,
  },
  {
    key: 'questionnaires',
    name: { en: 'Questionnaires', 'zh-CN': '问卷', fr: 'Questionnaires' },
    description: {
      en: 'What you answered in questionnaires of our service desk and our events.',
      'zh-CN': '您在客服问卷和活动问卷中的回答。',
      fr: 'Vos réponses aux questionnaires de notre service client et de nos événements.',
    },
    shape: 'record',
    fields: [
      {
        key: 'title',
        label: { en: 'Questionnaire', 'zh-CN': '问卷名称', fr: 'Questionnaire' },
        type: 'text',
        required: true,
      },
      { key: 'name', label: { en: 'Name', 'zh-CN': '姓名', fr: 'Nom' }, type: 'text', sensitive: true, editable: true },
      {
        key: 'phone',
        label: { en: 'Phone', 'zh-CN': '电话', fr: 'Téléphone' },
        type: 'text',
        sensitive: true,
        editable: true,
      },
      {
        key: 'home_address',
        label: { en: 'Home address', 'zh-CN': '家庭住址', fr: 'Adresse du domicile' },
        type: 'text',
        sensitive: true,
        editable: true,
      },
      {
        key: 'answers',
        label: { en: 'Answers', 'zh-CN': '回答', fr: 'Réponses' },
        type: 'list',
        maxLength: 4000,
        sensitive: true,
        editable: true,
      },
    ],
    purposes: ['questionnaires'],
    legalBasis: 'consent',
    source: 'person',
    retention: {
      rule: 'days',
      days: 365,
      reason: {
        en: 'A year is enough to end an event and hand out its prizes.',
        'zh-CN': '一年时间足以结束活动并发放奖品。',
        fr: 'Un an suffit pour clore un événement et remettre ses lots.',
      },
    },
    sensitive: true,
    needsConsent: 'questionnaires',
    intake: true,
    deletable: true,
  },
]
