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
        key: 'find_wifi',
        name: {
          en: 'Find the Wi-Fi around you and connect the charger to it',
          'zh-CN': '搜索附近的 Wi-Fi，并为充电桩配置网络',
          fr: 'Trouver le Wi-Fi autour de vous et y connecter la borne',
        },
      },
    ],
    consequence: {
      en: 'If you refuse, the app cannot set up the charger’s Wi-Fi. Your location stays on the phone; it is never sent to us.',
      'zh-CN': '如果您拒绝，应用将无法为充电桩配置 Wi-Fi。位置信息只在手机上处理，绝不会上传。',
      fr: 'Si vous refusez, l’appli ne peut pas régler le Wi-Fi de la borne. Votre position reste sur le téléphone ; elle ne nous est jamais envoyée.',
    },
    processing: 'on_device',
  },
  {
    key: 'camera',
    systems: ['android', 'ios'],
    systemNames: ['android.permission.CAMERA', 'NSCameraUsageDescription'],
    name: { en: 'Camera', 'zh-CN': '相机', fr: 'Appareil photo' },
    uses: [
      {
        key: 'scan_charger',
        name: {
          en: 'Scan the QR code on a charging pile to add it',
          'zh-CN': '扫描充电桩上的二维码以添加充电桩',
          fr: 'Scanner le code QR d’une borne pour l’ajouter',
        },
      },
    ],
    consequence: {
      en: 'If you refuse, you cannot add a pile by scanning. You can still type the number printed under the code.',
      'zh-CN': '如果您拒绝，将无法扫码添加充电桩，但仍可手动输入二维码下方的编号。',
      fr: 'Si vous refusez, vous ne pouvez pas ajouter de borne en scannant. Vous pouvez toujours saisir le numéro imprimé sous le code.',
    },
    processing: 'on_device',
  },
]

export const onDeviceOnly: ManifestInput['onDeviceOnly'] = [
  {
    key: 'location',
    name: { en: 'Location and Wi-Fi', 'zh-CN': '位置和 Wi-Fi', fr: 'Localisation et Wi-Fi' },
    reason: {
      en: 'Used on your phone to connect the charger, and never sent to us. If an app tries to send it, we refuse to store it.',
      'zh-CN': '只在您的手机上用于连接充电桩，绝不上传。即使有应用试图发送，我们也会拒绝保存。',
      fr: 'Utilisé sur votre téléphone pour connecter la borne, jamais envoyé. Si une appli tente de l’envoyer, nous refusons de l’enregistrer.',
    },
    refusedFields: [
      'location',
      'latitude',
      'longitude',
      'altitude',
      'coordinates',
      'gps',
      'geotag',
      'wifi_ssid',
      'wifi_bssid',
    ],
  },
]
