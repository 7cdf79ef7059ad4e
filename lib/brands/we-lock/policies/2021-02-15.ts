import type { ManifestInput } from '../../manifest-schema.ts'

export const firstPolicy: ManifestInput['policies'][number] = {
  version: '1.0',
  updatedOn: '2021-02-15',
  effectiveOn: '2021-02-15',
  changeKinds: ['first'],
  summary: {
    en: 'The first version: what locks, app and website collect, and the nine purposes.',
    'zh-CN': '第一版：门锁、应用和网站收集什么，以及九项用途。',
    fr: 'La première version : ce que recueillent serrures, appli et site, et les neuf buts.',
  },
  sections: [
    {
      id: 'what',
      heading: { en: 'What we collect', 'zh-CN': '我们收集什么', fr: 'Ce que nous recueillons' },
      body: {
        en: [
          'What you give: nickname, mobile phone and e-mail when you register; pictures you upload; answers to questionnaires, which may hold your name, phone and home address.',
          'What comes with use: device and software information, IP address, service log, and location when you use a function that needs it. Photos may carry the place where they were taken.',
        ],
        'zh-CN': [
          '您提供的信息：注册时的昵称、手机号和邮箱；上传的图片；问卷回答，其中可能包含姓名、电话和家庭住址。',
          '使用中产生的信息：设备和软件信息、IP 地址、服务日志，以及使用相关功能时的位置。照片中可能带有拍摄地点。',
        ],
        fr: [
          'Ce que vous donnez : pseudonyme, téléphone mobile et e-mail à l’inscription ; images envoyées ; réponses aux questionnaires, avec parfois nom, téléphone et adresse.',
          'Ce qui vient de l’usage : informations sur l’appareil et le logiciel, adresse IP, journal du service, et position quand une fonction en a besoin. Les photos peuvent contenir leur lieu de prise.',
        ],
      },
    },
    {
      id: 'cookies',
      heading: { en: 'Cookies', 'zh-CN': 'Cookie', fr: 'Cookies' },
      body: {
        en: [
          'We use cookies to recognise your device, suggest products and show advertising, also with affiliates. You can turn them off in your browser; then some things may work less well.',
        ],
        'zh-CN': [
          '我们使用 Cookie 识别设备、推荐产品和展示广告，关联方也会使用。您可以在浏览器中关闭，但部分体验可能受影响。',
        ],
        fr: [
          'Nous utilisons des cookies pour reconnaître votre appareil, proposer des produits et afficher de la publicité, aussi avec des affiliés. Vous pouvez les couper dans votre navigateur ; certaines choses marcheront moins bien.',
        ],
      },
    },
    {
      id: 'why',
      heading: { en: 'Why we use it', 'zh-CN': '我们为何使用', fr: 'Pourquoi nous les utilisons' },
      body: {
        en: [
          'For our products and services, personalisation, running and transactions, after-sales care, promotion, internal analysis, safety notices, stopping fraud, and whatever else you agree to. We advise you not to refuse safety notices.',
        ],
        'zh-CN': [
          '用于产品与服务、个性化、运行与交易、售后、推广、内部分析、安全通知、防止欺诈，以及您同意的其他用途。建议您不要拒绝安全通知。',
        ],
        fr: [
          'Pour nos produits et services, la personnalisation, le fonctionnement et les transactions, l’après-vente, la promotion, l’analyse interne, les avis de sécurité, la lutte contre la fraude et tout ce que vous acceptez d’autre. Nous conseillons de ne pas refuser les avis de sécurité.',
        ],
      },
    },
    {
      id: 'how_long',
      heading: { en: 'How long and how safe', 'zh-CN': '保存与安全', fr: 'Durée et sécurité' },
      body: {
        en: [
          'We delete data when it is no longer needed or when you ask. Aggregated or anonymous information may stay. Technical and physical measures protect what we hold.',
        ],
        'zh-CN': ['数据不再需要或应您要求时，我们会删除。汇总或匿名信息可能保留。我们采取技术和物理措施保护数据。'],
        fr: [
          'Nous effaçons les données devenues inutiles ou à votre demande. Des informations agrégées ou anonymes peuvent rester. Des mesures techniques et physiques protègent ce que nous gardons.',
        ],
      },
    },
    {
      id: 'contact',
      heading: { en: 'Age, changes and contact', 'zh-CN': '年龄、变更与联系', fr: 'Âge, changements et contact' },
      body: {
        en: [
          'You must be at least 18 and accept this policy. Changes are published on the website and told to our authorised dealers. Answers are free unless cost or frequency is unreasonable. Contact: privacy@we-lock.example.',
        ],
        'zh-CN': [
          '您须年满 18 周岁并接受本政策。变更会在网站公布，并告知授权经销商。除成本或频率不合理外，答复免费。联系邮箱：privacy@we-lock.example。',
        ],
        fr: [
          'Vous devez avoir au moins 18 ans et accepter cette politique. Les changements sont publiés sur le site et communiqués à nos revendeurs agréés. Les réponses sont gratuites, sauf coût ou fréquence déraisonnables. Contact : privacy@we-lock.example.',
        ],
      },
    },
  ],
}
