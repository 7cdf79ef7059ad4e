import { type Charging, chargingSessions } from '../charging.ts'
import type { DemoPerson, DemoRecord } from '../demo-person.ts'
import type { Story } from '../story.ts'

const CHARGING: Charging = {
  brand: 'wellborne-plus',
  days: 398,
  often: 38,
  home: { serial: 'WB-660219', station: '家中车位', watts: 7_000 },
  publicStations: ['上海 徐家汇 P3', '上海 虹桥枢纽', '苏州 园区服务站', '杭州 城站'],
}

const ACTIONS = ['打开充电页面', '开始充电', '停止充电', '查看账单', '查看设备', '修改昵称'] as const

function accessLog(story: Story): DemoRecord[] {
  const random = story.random('access log')
  return Array.from({ length: 330 }, (_, index) => {
    const at = story.ago(1 + Math.floor(index * 1.09), random.between(0, 150) / 10)
    return {
      category: 'access_log',
      at,
      fields: {
        accessed_at: at.toISOString(),
        ip_address: random.pick(['203.0.113.140', '198.51.100.211', '2001:db8:c0::9']),
        os_version: index < 120 ? 'HarmonyOS 6.0' : 'HarmonyOS 5.1',
        action: random.pick(ACTIONS),
      },
    }
  })
}

const SUBJECTS = ['您的十月账单', '充电桩固件已更新', '冬季充电小贴士', '隐私政策更新说明'] as const

function mailActivity(story: Story): DemoRecord[] {
  const random = story.random('mail')
  return Array.from({ length: 22 }, (_, index) => {
    const at = story.ago(2 + index * 4, random.between(0, 14))
    return {
      category: 'mail_activity',
      at,
      fields: {
        mail_subject: random.pick(SUBJECTS),
        event: random.pick(['opened', 'opened', 'clicked']),
        occurred_at: at.toISOString(),
      },
    }
  })
}

function websiteVisits(story: Story): DemoRecord[] {
  const random = story.random('visits')
  return Array.from({ length: 44 }, (_, index) => {
    const at = story.ago(1 + Math.floor(index * 0.62), random.between(0, 150) / 10)
    const page = random.pick(['/', '/chargers', '/chargers/plus-ac-7', '/support', '/support/install'])
    return { category: 'website_visits', at, fields: { page, visited_at: at.toISOString() } }
  })
}

export const xiao: DemoPerson = {
  brand: 'wellborne-plus',
  ref: 'W-DEMO-XIAO',
  identifiers: [{ kind: 'email', value: 'chen.xiao@mail.example' }],
  birthDate: null,
  locale: 'zh-CN',
  joined: 400,
  profile: { nickname: '小陈', country: 'CN' },
  signIns: [
    { client: 'Chrome 142 · Windows', ip: '203.0.113.140', times: 16 },
    { client: 'Chrome 142 · Android', ip: '198.51.100.211', times: 12 },
  ],
  devices: [
    { kind: 'charger', serial: 'WB-660219', model: 'Plus AC 7', name: '家里的充电桩', bound: 399, lastSeen: 1 },
    { kind: 'charger', serial: 'WB-661007', model: 'Plus AC 11', name: '父母家', bound: 133, lastSeen: 4 },
    {
      kind: 'phone',
      serial: 'WBP-APP-8841',
      model: 'Huawei Pura 80',
      name: '小陈的手机',
      bound: 399,
      lastSeen: 1,
      allowed: ['camera.scan_charger', 'camera.avatar_photo', 'storage.avatar_picture'],
    },
  ],
  decisions: [
    { purpose: 'personal_touch', decision: 'granted', days: 399 },
    { purpose: 'marketing_mail', decision: 'granted', days: 399 },
    { purpose: 'mail_tracking', decision: 'granted', days: 399 },
    { purpose: 'website_statistics', decision: 'granted', days: 399 },
    { purpose: 'partner_service', decision: 'refused', days: 399 },
    { purpose: 'transfer_abroad', decision: 'refused', days: 399 },
    { purpose: 'marketing_mail', decision: 'withdrawn', days: 72 },
  ],
  records: (story) => [
    ...accessLog(story),
    ...mailActivity(story),
    ...websiteVisits(story),
    ...chargingSessions(story, CHARGING),
  ],
  uploads: [
    { use: 'avatar', name: '头像.png', days: 371, picture: 'portrait' },
    { use: 'photo', name: '充电桩.png', days: 58, picture: 'device' },
  ],
  bills: 'year',
  requests: [
    {
      kind: 'inquiry',
      text: '我的充电记录会提供给哪些合作方？',
      days: 150,
      answered: { days: 143, answer: '未经您同意不会提供。具体名单见「谁会收到数据」页面。' },
    },
    { kind: 'complaint', text: '撤回营销邮件同意后，我仍收到了一封推广邮件。', days: 11 },
  ],
  support: { reason: '用户来电询问七月账单中的公共充电记录', days: 47, hour: 3.5 },
}

export const na: DemoPerson = {
  brand: 'wellborne-plus',
  ref: 'W-DEMO-NA',
  identifiers: [{ kind: 'email', value: 'li.na@mail.example' }],
  birthDate: null,
  locale: 'zh-CN',
  joined: 70,
  profile: { nickname: '李娜', country: 'CN' },
  signIns: [{ client: 'Edge 142 · Windows', ip: '198.51.100.33', times: 2 }],
  devices: [{ kind: 'charger', serial: 'WB-663390', model: 'Plus AC 7', name: '车库', bound: 69, lastSeen: 1 }],
  decisions: [{ purpose: 'mail_tracking', decision: 'refused', days: 70 }],
  records: (story) => [
    ...accessLog(story).slice(0, 4),
    ...chargingSessions(story, {
      ...CHARGING,
      days: 66,
      often: 14,
      home: { serial: 'WB-663390', station: '车库', watts: 7_000 },
    }),
  ],
  bills: 'last',
  requests: [],
}
