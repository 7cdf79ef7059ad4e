import type { DemoMeter, DemoPerson, DemoRecord, LocalTime } from '../demo-person.ts'
import type { Story } from '../story.ts'

const HOME = { supplyPoint: '浦东新区 锦绣路 88 弄 6 号 1201 室', zone: 'Asia/Shanghai' }

/** A share of one: how much of the day's heating (winter) or cooling (summer) a month brings. */
const HEATING = [1, 0.85, 0.5, 0.15, 0, 0, 0, 0, 0, 0.05, 0.35, 0.8]
const COOLING = [0, 0, 0, 0, 0.15, 0.5, 1, 1, 0.55, 0.1, 0, 0]
/** Watt-hours of an ordinary hour of a household, from midnight on. */
const HOURS = [
  118, 106, 101, 99, 102, 128, 240, 330, 270, 195, 182, 236, 288, 214, 188, 192, 236, 342, 468, 512, 476, 388, 262, 158,
]

// Of the shape that the standard load profiles of households have: morning and evening peaks, more in summer and winter.
function electricity({ month, weekday, hour }: LocalTime, chance: () => number): number {
  const ordinary = HOURS[hour] ?? 0
  const weekend = weekday % 6 === 0 && hour > 8 && hour < 18 ? 95 : 0
  const cooling = (COOLING[month] ?? 0) * (hour > 11 ? 540 : 260)
  const heating = (HEATING[month] ?? 0) * (hour > 5 && hour < 23 ? 310 : 120)
  return Math.round((ordinary + weekend + cooling + heating) * (0.72 + 0.56 * chance()))
}

/** Cooking and hot water every day, heating in winter; watt-hours a day. */
function gas({ month, weekday }: LocalTime, chance: () => number): number {
  const cooking = weekday % 6 === 0 ? 7_600 : 5_900
  return Math.round((cooking + (HEATING[month] ?? 0) * 31_000) * (0.85 + 0.3 * chance()))
}

/** Litres a day. */
function water({ month, weekday }: LocalTime, chance: () => number): number {
  return Math.round((310 + (weekday === 6 ? 120 : 0) + (COOLING[month] ?? 0) * 70) * (0.8 + 0.4 * chance()))
}

const METERS: readonly DemoMeter[] = [
  { ...HOME, serial: 'EM-800114', utility: 'electricity', every: 'hour', device: 'EM-800114', use: electricity },
  {
    ...HOME,
    serial: 'GM-810552',
    utility: 'gas',
    every: 'day',
    device: 'GM-810552',
    register: 18_204_000n,
    use: gas,
  },
  { ...HOME, serial: 'WM-820093', utility: 'water', every: 'day', device: 'WM-820093', register: 214_880n, use: water },
]

// Numbers of no phone: test ranges and made-up digits throughout.
function deviceIdentifiers(story: Story): DemoRecord[] {
  return [
    {
      category: 'device_identifiers',
      at: story.ago(398, 3),
      fields: {
        device_model: 'Huawei Mate 60',
        imei: '004999010640000',
        imsi: '001010123456789',
        oaid: '7f3bd6de-93a1-4e0c-8a55-0c21be7f6e10',
        mac_address: '02:00:00:12:34:56',
      },
    },
    {
      category: 'device_identifiers',
      at: story.ago(120, 9),
      fields: { device_model: 'iPad Air', idfa: '1E2DFA89-496A-47FD-9941-DF1FC4E6484A' },
    },
  ]
}

const APPS = [
  ['com.example.browser', '浏览器', '18.2'],
  ['com.example.maps', '地图', '11.6.1'],
  ['com.example.pay', '支付', '10.7.0'],
  ['com.example.chat', '聊天', '9.2.4'],
  ['com.example.notes', '备忘录', '4.0'],
  ['com.example.weather', '天气', '7.31'],
  ['com.example.music', '音乐', '15.4.2'],
  ['com.example.camera', '相机', '6.1'],
  ['com.example.reader', '阅读', '3.8.8'],
  ['com.example.health', '健康', '12.0.5'],
] as const

function softwareList(story: Story): DemoRecord[] {
  return APPS.map(([package_name, app_name, app_version], index) => ({
    category: 'software_list',
    at: story.ago(30 + index, 4),
    fields: { package_name, app_name, app_version },
  }))
}

function startupLog(story: Story): DemoRecord[] {
  const random = story.random('startup log')
  return Array.from({ length: 350 }, (_, index) => {
    const at = story.ago(1 + Math.floor(index * 1.03), random.between(-10, 150) / 10)
    return {
      category: 'startup_log',
      at,
      fields: {
        started_at: at.toISOString(),
        app_version: `6.${35 - Math.floor(index / 10)}.0`,
        os_version: index < 180 ? 'HarmonyOS 6.0' : 'HarmonyOS 5.1',
        ip_address: random.pick(['203.0.113.201', '198.51.100.166', '2001:db8:86::a1']),
        network: random.pick(['wifi', 'wifi', 'mobile']),
        duration_ms: random.between(380, 2_100),
      },
    }
  })
}

const ERRORS = [
  ['NET-408', '连接表具超时，已重试'],
  ['BLE-133', '蓝牙连接中断'],
  ['UI-12', '图表数据为空'],
  ['IMG-7', '图片过大，未上传'],
] as const

function errorLog(story: Story): DemoRecord[] {
  const random = story.random('error log')
  return Array.from({ length: 28 }, (_, index) => {
    const at = story.ago(2 + index * 12, random.between(0, 140) / 10)
    const [code, message] = random.pick(ERRORS)
    const fields = { occurred_at: at.toISOString(), code, message, app_version: `6.${35 - index}.0` }
    return { category: 'error_log', at, fields }
  })
}

function recommendations(story: Story): DemoRecord[] {
  const random = story.random('recommendations')
  return Array.from({ length: 30 }, (_, index) => {
    const at = story.ago(1 + index * 5, random.between(0, 140) / 10)
    return {
      category: 'recommendations',
      at,
      fields: {
        advertising_id: '7f3bd6de-93a1-4e0c-8a55-0c21be7f6e10',
        content: random.pick(['节能空调以旧换新', '峰谷电价试用', '燃气报警器优惠', '滤水器促销']),
        shown_at: at.toISOString(),
      },
    }
  })
}

function reminders(story: Story): DemoRecord[] {
  const random = story.random('reminders')
  return Array.from({ length: 14 }, (_, index) => {
    const at = story.ago(3 + index * 9, 2)
    return {
      category: 'reminders',
      at,
      fields: {
        promotion: random.pick(['周末用电优惠', '冬季燃气套餐', '节水有礼']),
        reminded_at: at.toISOString(),
        opened: random.chance(0.4),
      },
    }
  })
}

export const wei: DemoPerson = {
  brand: 'energybilling',
  ref: 'EB-DEMO-WEI',
  identifiers: [
    { kind: 'phone', value: '+86 138 0013 8000' },
    { kind: 'email', value: 'wang.wei@mail.example' },
  ],
  birthDate: '1984-05-20',
  locale: 'zh-CN',
  joined: 400,
  profile: { nickname: '王伟', premises: HOME.supplyPoint },
  signIns: [
    { client: 'Chrome 142 · Windows', ip: '203.0.113.201', times: 15 },
    { client: 'Chrome 142 · Android', ip: '198.51.100.166', times: 16 },
  ],
  devices: [
    { kind: 'electricity_meter', serial: 'EM-800114', model: 'DDZY 1200', name: '电表', bound: 399, lastSeen: 1 },
    { kind: 'gas_meter', serial: 'GM-810552', model: 'G2.5 Smart', name: '燃气表', bound: 399, lastSeen: 1 },
    { kind: 'water_meter', serial: 'WM-820093', model: 'LXS 20', name: '水表', bound: 399, lastSeen: 1 },
    {
      kind: 'phone',
      serial: 'ENB-APP-3306',
      model: 'Huawei Mate 60',
      name: '王伟的手机',
      bound: 398,
      lastSeen: 1,
      allowed: [
        'harmonyos_internet.connect',
        'harmonyos_network_info.watch_network',
        'harmonyos_tracking.recommend_content',
        'harmonyos_bundle_info.suggest_update',
        'harmonyos_agent_reminder.promotions',
      ],
    },
    {
      kind: 'phone',
      serial: 'ENB-APP-4418',
      model: 'iPad Air',
      name: '平板',
      bound: 121,
      lastSeen: 8,
      allowed: ['ios_camera.scan_device', 'ios_photos.upload_pictures'],
    },
  ],
  meters: METERS,
  decisions: [
    { purpose: 'statistics', decision: 'granted', days: 399 },
    { purpose: 'software_check', decision: 'granted', days: 399 },
    { purpose: 'pictures', decision: 'granted', days: 399 },
    { purpose: 'arrears_push', decision: 'refused', days: 399 },
    { purpose: 'advertising_id', decision: 'granted', days: 399 },
    { purpose: 'promotional_reminders', decision: 'granted', days: 399 },
    { purpose: 'arrears_push', decision: 'granted', days: 210 },
    { purpose: 'statistics', decision: 'withdrawn', days: 55 },
  ],
  records: (story) => [
    ...deviceIdentifiers(story),
    ...softwareList(story),
    ...startupLog(story),
    ...errorLog(story),
    ...recommendations(story),
    ...reminders(story),
  ],
  uploads: [
    { use: 'avatar', name: '头像.png', days: 390, picture: 'portrait' },
    { use: 'photo', name: '水表读数.png', days: 34, picture: 'device' },
  ],
  bills: 'year',
  requests: [
    {
      kind: 'correction',
      text: '三月的水表读数似乎偏高，请核对。',
      days: 201,
      answered: { days: 193, answer: '已核对：读数由表具自动上传，与现场照片一致。' },
    },
    { kind: 'objection', text: '请停止根据用电量向我推荐商品。', days: 3 },
  ],
  support: { reason: '用户来电核对水费账单与表具读数', days: 29, hour: 2.25 },
}

export const min: DemoPerson = {
  brand: 'energybilling',
  ref: 'EB-DEMO-MIN',
  identifiers: [{ kind: 'phone', value: '+86 139 1000 2000' }],
  birthDate: '1995-12-09',
  locale: 'zh-CN',
  joined: 80,
  profile: { nickname: '赵敏' },
  signIns: [{ client: 'Safari 26 · iPhone', ip: '198.51.100.44', times: 2 }],
  devices: [{ kind: 'water_meter', serial: 'WM-822210', model: 'LXS 20', name: '水表', bound: 79, lastSeen: 1 }],
  meters: [
    {
      serial: 'WM-822210',
      utility: 'water',
      supplyPoint: '闵行区 莘松路 5 号 302 室',
      zone: 'Asia/Shanghai',
      every: 'day',
      device: 'WM-822210',
      register: 5_120n,
      use: water,
    },
  ],
  decisions: [{ purpose: 'statistics', decision: 'refused', days: 80 }],
  records: (story) => startupLog(story).slice(0, 4),
  bills: 'last',
  requests: [],
}
