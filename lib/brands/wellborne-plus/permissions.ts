import type { ManifestInput } from '../manifest-schema.ts'

/** Two permissions with two uses each; every use has its own switch (WBP-04). */
export const permissions: ManifestInput['permissions'] = [
  {
    key: 'camera',
    systems: ['android', 'ios'],
    systemNames: ['android.permission.CAMERA', 'NSCameraUsageDescription'],
    name: { en: 'Camera', 'zh-CN': '相机', fr: 'Appareil photo' },
    uses: [
      {
        key: 'scan_charger',
        name: {
          en: 'Scan the code of a charger to add it',
          'zh-CN': '扫码添加充电桩',
          fr: 'Scanner le code d’une borne pour l’ajouter',
        },
      },
      {
        key: 'avatar_photo',
        name: {
          en: 'Take a photo for your profile',
          'zh-CN': '拍摄头像照片',
          fr: 'Prendre une photo pour votre profil',
        },
      },
    ],
    consequence: {
      en: 'Without it you type the number of the charger or pick a picture. Charging still works.',
      'zh-CN': '关闭后可手动输入充电桩编号或选择图片。充电不受影响。',
      fr: 'Sans cela, vous tapez le numéro de la borne ou choisissez une image. La recharge marche quand même.',
    },
    processing: 'uploaded',
  },
  {
    key: 'storage',
    systems: ['android', 'ios'],
    systemNames: ['android.permission.READ_EXTERNAL_STORAGE', 'NSPhotoLibraryUsageDescription'],
    name: { en: 'Storage and photos', 'zh-CN': '存储与相册', fr: 'Stockage et photos' },
    uses: [
      {
        key: 'charger_picture',
        name: {
          en: 'Pick a picture of a charger’s code to add it',
          'zh-CN': '从相册选择充电桩二维码图片进行添加',
          fr: 'Choisir l’image du code d’une borne pour l’ajouter',
        },
      },
      {
        key: 'avatar_picture',
        name: {
          en: 'Pick a picture for your profile',
          'zh-CN': '从相册选择头像',
          fr: 'Choisir une image pour votre profil',
        },
      },
    ],
    consequence: {
      en: 'Without it you scan the code or type the number, and have no picture from your album.',
      'zh-CN': '关闭后可扫码或手动输入编号，但无法从相册选择图片。',
      fr: 'Sans cela, vous scannez le code ou tapez le numéro, sans image de votre album.',
    },
    processing: 'uploaded',
  },
]
