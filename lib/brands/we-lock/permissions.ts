import type { ManifestInput } from '../manifest-schema.ts'

export const permissions: ManifestInput['permissions'] = [
  {
    key: 'camera',
    systems: ['android', 'ios'],
    systemNames: ['android.permission.CAMERA', 'NSCameraUsageDescription'],
    name: { en: 'Camera', 'zh-CN': '相机', fr: 'Appareil photo' },
    uses: [
      {
        key: 'scan_lock',
        name: {
          en: 'Scan the code of a lock to add it',
          'zh-CN': '扫描门锁上的码以添加门锁',
          fr: 'Scanner le code d’une serrure pour l’ajouter',
        },
      },
      {
        key: 'take_picture',
        name: {
          en: 'Take a profile picture or a photo to share',
          'zh-CN': '拍摄头像或要分享的照片',
          fr: 'Prendre une photo de profil ou à partager',
        },
      },
    ],
    consequence: {
      en: 'If you refuse, you type the number of the lock by hand, and you can still pick a picture you already have.',
      'zh-CN': '如果您拒绝，需要手动输入门锁编号；仍可选择已有的图片。',
      fr: 'Si vous refusez, vous saisissez le numéro de la serrure à la main et pouvez choisir une image existante.',
    },
    processing: 'uploaded',
  },
  {
    key: 'storage',
    systems: ['android', 'ios'],
    systemNames: [
      'android.permission.READ_MEDIA_IMAGES',
      'android.permission.READ_EXTERNAL_STORAGE',
      'NSPhotoLibraryUsageDescription',
    ],
    name: { en: 'Photos and storage', 'zh-CN': '相册与存储', fr: 'Photos et stockage' },
    uses: [
      {
        key: 'pick_picture',
        name: {
          en: 'Pick a profile picture or a photo to share',
          'zh-CN': '选择头像或要分享的照片',
          fr: 'Choisir une photo de profil ou à partager',
        },
      },
    ],
    consequence: {
      en: 'If you refuse, you cannot pick a picture from the phone. Your lock works as before.',
      'zh-CN': '如果您拒绝，将无法从手机中选择图片，门锁照常使用。',
      fr: 'Si vous refusez, vous ne pouvez pas choisir d’image dans le téléphone. Votre serrure fonctionne comme avant.',
    },
    processing: 'uploaded',
  },
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
        key: 'open_nearby',
        name: {
          en: 'Open the door as you come near',
          'zh-CN': '在您靠近时开门',
          fr: 'Ouvrir la porte à votre approche',
        },
      },
    ],
    consequence: {
      en: 'If you refuse, the door does not open by itself as you come near. You open it in the app.',
      'zh-CN': '如果您拒绝，门不会在您靠近时自动打开，您可以在应用中开门。',
      fr: 'Si vous refusez, la porte ne s’ouvre pas seule à votre approche. Vous l’ouvrez dans l’appli.',
    },
    processing: 'uploaded',
  },
]
