import type { ManifestInput } from '../../manifest-schema.ts'

export const firstPolicy: ManifestInput['policies'][number] = {
  version: '1.0',
  updatedOn: '2024-04-15',
  effectiveOn: '2024-05-01',
  changeKinds: ['first'],
  summary: {
    en: 'The first version: what the charging app collects and what the phone permissions are for.',
    'zh-CN': '第一版：充电应用收集哪些信息，手机权限用来做什么。',
    fr: 'La première version : ce que l’appli de recharge recueille et à quoi servent les autorisations du téléphone.',
  },
  sections: [
    {
      id: 'what',
      heading: { en: 'What we collect', 'zh-CN': '我们收集什么', fr: 'Ce que nous recueillons' },
      body: {
        en: [
          'To register you choose an account name and a password. An e-mail address is optional; we use it to give you back a lost account.',
          'While you use the app we collect facts about your phone: name, model, identifier, system and app version, language, screen resolution and network operator. They help us show the app well and improve the service.',
        ],
        'zh-CN': [
          '注册时，您只需设置账号名和密码。邮箱可以不填；如果填写，我们用它帮您找回账号。',
          '您使用应用时，我们会收集手机的信息：名称、型号、标识符、系统和应用版本、语言、屏幕分辨率和网络运营商，用于改善显示和服务。',
        ],
        fr: [
          'Pour vous inscrire, vous choisissez un nom de compte et un mot de passe. L’e-mail est facultatif ; il sert à récupérer un compte perdu.',
          'Quand vous utilisez l’appli, nous recueillons des informations sur votre téléphone : nom, modèle, identifiant, versions du système et de l’appli, langue, résolution et opérateur. Elles nous aident à bien afficher l’appli et à améliorer le service.',
        ],
      },
    },
    {
      id: 'permissions',
      heading: { en: 'Phone permissions', 'zh-CN': '手机权限', fr: 'Autorisations du téléphone' },
      body: {
        en: [
          'Location is used to find the Wi-Fi for your charger. It is worked on in the phone only. If you refuse, the charger’s Wi-Fi cannot be set up.',
          'The camera is used to scan the QR code of a charging pile. If you refuse, you cannot add a pile by scanning.',
        ],
        'zh-CN': [
          '位置权限用于为充电桩搜索 Wi-Fi，只在手机上处理。如果拒绝，将无法为充电桩配置 Wi-Fi。',
          '相机权限用于扫描充电桩的二维码。如果拒绝，将无法扫码添加充电桩。',
        ],
        fr: [
          'La localisation sert à trouver le Wi-Fi pour votre borne. Elle n’est traitée que dans le téléphone. Si vous refusez, le Wi-Fi de la borne ne peut pas être réglé.',
          'L’appareil photo sert à scanner le code QR d’une borne. Si vous refusez, vous ne pouvez pas ajouter de borne en scannant.',
        ],
      },
    },
    {
      id: 'rights',
      heading: { en: 'What you can decide', 'zh-CN': '您可以决定什么', fr: 'Ce que vous pouvez décider' },
      body: {
        en: [
          'You can ask us to correct or delete your information. Before we collect something for a particular purpose we tell you, and you may refuse; then only that service is lost.',
        ],
        'zh-CN': [
          '您可以要求我们更正或删除您的信息。为特定目的收集信息之前，我们会先告知，您可以拒绝；拒绝只会影响相应的服务。',
        ],
        fr: [
          'Vous pouvez nous demander de corriger ou d’effacer vos informations. Avant de recueillir quelque chose dans un but précis, nous vous prévenons et vous pouvez refuser ; vous ne perdez alors que ce service.',
        ],
      },
    },
    {
      id: 'security',
      heading: { en: 'How we protect it', 'zh-CN': '我们如何保护', fr: 'Comment nous les protégeons' },
      body: {
        en: [
          'We use technical safeguards, train our staff and limit who may see your data. If the company stops, we stop collecting and delete your data within a reasonable time.',
        ],
        'zh-CN': [
          '我们采取技术保护措施，培训员工，并限制可以查看您数据的人员。如果公司停止运营，我们会停止收集，并在合理时间内删除您的数据。',
        ],
        fr: [
          'Nous utilisons des protections techniques, formons notre personnel et limitons l’accès à vos données. Si l’entreprise cesse son activité, nous cessons de recueillir et effaçons vos données dans un délai raisonnable.',
        ],
      },
    },
    {
      id: 'contact',
      heading: { en: 'Contact', 'zh-CN': '联系方式', fr: 'Contact' },
      body: {
        en: ['Write to privacy@we-e-charge.example.'],
        'zh-CN': ['请写信至 privacy@we-e-charge.example。'],
        fr: ['Écrivez à privacy@we-e-charge.example.'],
      },
    },
  ],
}
