/**
 * Imports run one way: app and worker -> lib/web -> domains -> access, audit -> platform. Between the rooms of lib there
 * is one table: each may import itself and what its row names. Nothing points up.
 */
const BASE = ['platform', 'access', 'audit', 'brands']
const MAY_IMPORT = {
  platform: [],
  tariffs: ['platform'],
  access: ['platform', 'brands'],
  audit: ['platform', 'access'],
  brands: ['platform'],
  'personal-data': ['platform', 'brands'],
  notifications: [...BASE, 'personal-data'],
  identity: [...BASE, 'personal-data', 'notifications'],
  profile: [...BASE, 'personal-data', 'identity'],
  policies: [...BASE, 'personal-data', 'identity'],
  deliveries: [...BASE, 'personal-data'],
  consents: [...BASE, 'personal-data', 'policies', 'deliveries'],
  devices: [...BASE, 'personal-data', 'consents'],
  requests: [...BASE, 'personal-data', 'identity', 'notifications', 'billing'],
  agents: [...BASE, 'requests'],
  tracking: [...BASE, 'consents'],
  recipients: [...BASE, 'personal-data', 'consents'],
  transfers: [...BASE, 'personal-data', 'consents'],
  records: [...BASE, 'personal-data', 'devices'],
  uploads: [...BASE, 'personal-data'],
  metering: [...BASE, 'personal-data'],
  ledger: [...BASE],
  billing: [...BASE, 'personal-data', 'metering', 'ledger'],
  payments: [...BASE, 'personal-data', 'ledger', 'billing', 'recipients'],
  support: [...BASE, 'personal-data', 'identity'],
  news: [...BASE, 'personal-data', 'identity', 'notifications', 'consents', 'records'],
  intake: [...BASE, 'records', 'metering', 'devices', 'consents'],
  inventory: [
    ...BASE,
    'personal-data',
    'identity',
    'profile',
    'devices',
    'policies',
    'consents',
    'requests',
    'records',
    'uploads',
    'metering',
    'billing',
    'payments',
    'support',
    'notifications',
    'news',
  ],
  exports: [...BASE, 'personal-data', 'inventory', 'notifications', 'identity'],
  retention: [
    ...BASE,
    'personal-data',
    'requests',
    'inventory',
    'exports',
    'deliveries',
    'consents',
    'recipients',
    'transfers',
    'devices',
    'identity',
    'notifications',
  ],
  web: [...BASE, 'identity', 'consents', 'tracking'],
}

const rooms = Object.keys(MAY_IMPORT)

const between = rooms.map((room) => ({
  name: `lib-${room}-may-import`,
  comment: `lib/${room} may import ${MAY_IMPORT[room].join(', ') || 'nothing of lib but itself'}`,
  severity: 'error',
  from: { path: `^lib/${room}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^lib/', pathNot: [room, ...MAY_IMPORT[room]].map((name) => `^lib/${name}/`) },
}))

module.exports = {
  forbidden: [
    ...between,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'rooms-are-listed',
      comment: 'a new room of lib needs a row in MAY_IMPORT',
      severity: 'error',
      from: { path: '^lib/', pathNot: [...rooms, 'testing'].map((room) => `^lib/${room}/`) },
      to: {},
    },
    {
      name: 'domains-have-two-doors',
      comment: 'from outside, a domain is entered by index.ts or schema.ts',
      severity: 'error',
      from: { path: '^(app|components|worker|lib)/([^/]+)/', pathNot: '(\\.test|-fixtures)\\.tsx?$' },
      to: {
        path: `^lib/(?!platform|web|testing|brands|personal-data|$2/)[^/]+/`,
        pathNot: '/(index|schema|personal-data|session-cookie)\\.ts$',
      },
    },
    {
      name: 'domains-know-nothing-of-next',
      severity: 'error',
      from: { path: '^lib/', pathNot: ['^lib/web/', '\\.test\\.tsx?$'] },
      to: { path: '^node_modules/(next|next-intl|react|react-dom)/' },
    },
    {
      name: 'identity-alone-knows-next-auth',
      severity: 'error',
      from: { pathNot: ['^lib/identity/', '^app/api/auth/'] },
      to: { path: '^node_modules/next-auth/' },
    },
    {
      name: 'only-access-opens-the-database',
      comment: 'verbs hold a transaction, which lib/access opens',
      severity: 'error',
      from: { path: '^(app|components|worker|lib)/', pathNot: ['^lib/(platform|access|testing)/', '\\.test\\.tsx?$'] },
      to: { path: '^lib/platform/database/client\\.ts$' },
    },
    {
      name: 'components-see-schemas-only',
      severity: 'error',
      from: { path: '^components/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^(lib/|app/|prisma/)',
        pathNot:
          '(/schema\\.ts|^lib/web/(form-state|current-path)\\.ts|^lib/platform/i18n/(locales\\.ts|intl-formats\\.ts|messages/.*)|^lib/platform/money/.*)$',
      },
    },
    {
      name: 'ui-has-no-domain-words',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(components/(?!ui/)|lib/(?!web/form-state|platform/))' },
    },
    {
      name: 'lib-does-not-see-app',
      severity: 'error',
      from: { path: '^lib/', pathNot: ['^lib/testing/', '\\.test\\.tsx?$'] },
      to: { path: '^(app|components|worker|scripts|e2e|bench)/' },
    },
    {
      name: 'stand-ins-stay-outside',
      severity: 'error',
      from: { path: '^(app|components|lib|worker|prisma)/', pathNot: ['\\.test\\.tsx?$', '^lib/testing/'] },
      to: { path: '^sandbox/' },
    },
    {
      name: 'stand-ins-know-nothing-of-us',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(app|components|lib|worker|prisma)/' },
    },
    {
      name: 'e2e-knows-no-internals',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(lib|app|components|worker)/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'prisma/generated'] },
    exclude: { path: ['\\.next', 'prisma/generated'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
