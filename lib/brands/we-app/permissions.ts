import type { ManifestInput } from '../manifest-schema.ts'

export const permissions: ManifestInput['permissions'] = [
  {
    key: 'location',
    systems: ['android', 'ios'],
    systemNames: [
      'android.permission.ACCESS_FINE_LOCATION',
      'android.permission.ACCESS_COARSE_LOCATION',
      'NSLocationWhenInUseUsageDescription',
    ],
    name: { en: 'Location', 'zh-CN': '位置', fr: 'Localisation' },
    uses: [
      {
        key: 'nearby',
        name: { en: 'Show what is near you', 'zh-CN': '显示您附近的内容', fr: 'Montrer ce qui est près de vous' },
      },
      {
        key: 'send_place',
        name: { en: 'Send a place to others', 'zh-CN': '向他人发送地点', fr: 'Envoyer un lieu à d’autres' },
      },
    ],
    consequence: {
      en: 'Off until you turn it on. If it stays off, nothing near you is shown and you cannot send your place.',
      'zh-CN': '在您开启之前一直关闭。如不开启，将不显示附近内容，也无法发送位置。',
      fr: 'Désactivée jusqu’à ce que vous l’activiez. Sans elle, rien de proche n’est montré et vous ne pouvez pas envoyer votre position.',
    },
    processing: 'uploaded',
  },
]
