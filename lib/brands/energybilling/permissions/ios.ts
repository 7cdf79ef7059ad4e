import type { ManifestInput } from '../../manifest-schema.ts'

/** The three of iOS. */
export const ios: ManifestInput['permissions'] = [
  {
    key: 'ios_camera',
    systems: ['ios'],
    systemNames: ['NSCameraUsageDescription'],
    name: { en: 'Camera', 'zh-CN': '相机', fr: 'Appareil photo' },
    uses: [
      {
        key: 'scan_device',
        name: { en: 'Scan the QR code of a device', 'zh-CN': '扫描设备二维码', fr: 'Scanner le code QR d’un appareil' },
      },
      {
        key: 'photograph_device',
        name: {
          en: 'Photograph a device and upload the picture',
          'zh-CN': '拍摄并上传设备图片',
          fr: 'Photographier un appareil et envoyer l’image',
        },
      },
    ],
    consequence: {
      en: 'Without it you type the number of the meter.',
      'zh-CN': '关闭后请手动输入表具编号。',
      fr: 'Sans cela, vous tapez le numéro du compteur.',
    },
    processing: 'uploaded',
  },
  {
    key: 'ios_photos',
    systems: ['ios'],
    systemNames: ['NSPhotoLibraryAddUsageDescription', 'NSPhotoLibraryUsageDescription'],
    name: { en: 'Photos', 'zh-CN': '相册', fr: 'Photos' },
    uses: [
      { key: 'save_pictures', name: { en: 'Save pictures', 'zh-CN': '保存图片', fr: 'Enregistrer des images' } },
      {
        key: 'upload_pictures',
        name: { en: 'Upload pictures of a device', 'zh-CN': '上传设备图片', fr: 'Envoyer des images d’un appareil' },
      },
    ],
    consequence: {
      en: 'Without it you can neither save nor pick pictures. Paying still works.',
      'zh-CN': '关闭后无法保存或选择图片。缴费不受影响。',
      fr: 'Sans cela, on ne peut ni enregistrer ni choisir d’images. Payer reste possible.',
    },
    processing: 'uploaded',
  },
  {
    key: 'ios_tracking',
    systems: ['ios'],
    systemNames: ['NSUserTrackingUsageDescription'],
    name: { en: 'Advertising identifier (IDFA)', 'zh-CN': '广告标识符（IDFA）', fr: 'Identifiant publicitaire (IDFA)' },
    uses: [
      {
        key: 'recognise_device',
        name: { en: 'Recognise the device', 'zh-CN': '标识设备', fr: 'Reconnaître l’appareil' },
      },
      {
        key: 'recommend_content',
        name: { en: 'Recommend content to you', 'zh-CN': '向您推荐优质内容', fr: 'Vous recommander des contenus' },
      },
    ],
    consequence: {
      en: 'Without it you see the same content as everybody else.',
      'zh-CN': '关闭后您看到的内容与其他人相同。',
      fr: 'Sans cela, vous voyez les mêmes contenus que tout le monde.',
    },
    processing: 'uploaded',
  },
]
