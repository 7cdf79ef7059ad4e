import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { listAccesses } from '#lib/audit/index.ts'
import { downloadChargingCdrs, listOpenBills } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { listConsents } from '#lib/consents/index.ts'
import {
  addDevice,
  addDeviceByPicture,
  findDevice,
  listDevices,
  listPhones,
  permitUse,
  renameDevice,
  revokeDevice,
} from '#lib/devices/index.ts'
import { buildExport, listExports, openExport, requestExport } from '#lib/exports/index.ts'
import {
  correctRecord,
  deleteCategory,
  deleteRange,
  deleteRecord,
  listCategories,
  listRecords,
  revealRecord,
} from '#lib/inventory/index.ts'
import { RecordsQuery } from '#lib/inventory/schema.ts'
import { listChargingSessions, listMeters, openEnergyUsage, usageByDay } from '#lib/metering/index.ts'
import { compareTariffs, forecastBill, readWatch } from '#lib/outlook/index.ts'
import { policyAcceptance } from '#lib/policies/index.ts'
import { editProfile, readProfile, setLocale } from '#lib/profile/index.ts'
import { countOpenRequests } from '#lib/requests/index.ts'
import { findClosing } from '#lib/retention/index.ts'
import { addUpload, findAvatar, openUpload, stripPlace } from '#lib/uploads/index.ts'
import { type Probes, recordCategory } from './probe.ts'

/** Something typed for each field of that category that can be corrected by hand. */
const typedEditable = (brand: string) => {
  const category = getManifest(brand).categories.find(({ key }) => key === recordCategory(brand))
  const keys = category?.fields.flatMap(({ key, editable }) => (editable ? [key] : [])) ?? []
  return Object.fromEntries(keys.map((key) => [key, 'put right']))
}
const firstUse = (brand: string) => {
  const [permission] = getManifest(brand).permissions
  return { permission: permission?.key ?? '', use: permission?.uses[0]?.key ?? '' }
}
const query = (more: Record<string, unknown> = {}) => RecordsQuery.parse(more)

export const dataProbes = {
  'overview:view': {
    aims: {},
    own: {
      listDevices: (grant) => listDevices(grant),
      listConsents: (grant) => listConsents(grant, 'en'),
      policyAcceptance: (grant) => policyAcceptance(grant),
      countOpenRequests: (grant) => countOpenRequests(grant),
      listAccesses: (grant) => listAccesses(grant, { limit: 10 }),
      listCategories: (grant) => listCategories(grant),
      listOpenBills: (grant) => listOpenBills(grant),
      listMeters: (grant) => listMeters(grant),
      findClosing: (grant) => findClosing(grant),
    },
  },
  'inventory:view': {
    aims: {},
    own: {
      listCategories: (grant) => listCategories(grant),
      listRecords: (grant) => listRecords(grant, recordCategory(grant.brand), query()),
      listUploads: (grant) => listRecords(grant, 'devices', query()),
      searchRecords: (grant, { marker }) => listRecords(grant, 'devices', query({ search: marker.slice(0, 20) })),
    },
  },
  'inventory:reveal': {
    aims: {
      revealRecord: (grant, { rows }) =>
        revealRecord(grant, recordCategory(grant.brand), query({ reveal: rows.record })),
    },
    own: {},
  },
  'inventory:delete': {
    aims: {
      deleteRecord: (grant, { rows }) =>
        deleteRecord(grant, { category: recordCategory(grant.brand), record: rows.record }),
    },
    own: {
      deleteRange: (grant) => deleteRange(grant, { category: recordCategory(grant.brand), from: '2000-01-01', to: '' }),
      deleteCategory: (grant) => deleteCategory(grant, { category: recordCategory(grant.brand), locale: 'en' }),
    },
  },
  'inventory:correct': {
    aims: {
      correctRecord: (grant, { rows }) =>
        correctRecord(grant, {
          category: recordCategory(grant.brand),
          record: rows.record,
          typed: typedEditable(grant.brand),
        }),
    },
    own: {},
  },
  'uploads:view': {
    aims: { openUpload: (grant, { rows }) => openUpload(grant, rows.upload, 'full') },
    own: {},
  },
  'uploads:add': {
    aims: {},
    own: {
      addUpload: (grant) =>
        addUpload(grant, { use: 'avatar', name: 'x.png', bytes: Buffer.from('no picture'), keepPlace: true }),
    },
  },
  'uploads:edit': {
    aims: { stripPlace: (grant, { rows }) => stripPlace(grant, { upload: rows.upload }) },
    own: {},
  },
  'profile:view': {
    aims: {},
    own: { readProfile: (grant) => readProfile(grant, 'en'), findAvatar: (grant) => findAvatar(grant) },
  },
  'profile:edit': {
    aims: {},
    own: {
      editProfile: (grant) => editProfile(grant, { nickname: 'somebody else' }),
      setLocale: (grant) => setLocale(grant, { locale: 'fr' }),
    },
  },
  'devices:view': {
    aims: { findDevice: (grant, { rows }) => findDevice(grant, rows.device) },
    own: { listDevices: (grant) => listDevices(grant), listPhones: (grant) => listPhones(grant) },
  },
  'devices:add': {
    aims: {},
    own: {
      addDevice: (grant, { marker }) => addDevice(grant, { number: `charger ${marker}`, name: '' }),
      addDeviceByPicture: (grant) => addDeviceByPicture(grant, { bytes: Buffer.from('no picture'), name: '' }),
    },
  },
  'devices:rename': {
    aims: { renameDevice: (grant, { rows }) => renameDevice(grant, { deviceId: rows.device, name: 'taken' }) },
    own: {},
  },
  'devices:revoke': {
    aims: { revokeDevice: (grant, { rows }) => revokeDevice(grant, { deviceId: rows.device }) },
    own: {},
  },
  'devices:permit': {
    aims: {
      permitUse: (grant, { rows }) =>
        permitUse(grant, { deviceId: rows.phone, ...firstUse(grant.brand), wanted: 'on', locale: 'en' }),
    },
    own: {},
  },
  'usage:view': {
    aims: {},
    own: {
      listMeters: (grant) => listMeters(grant),
      usageByDay: (grant) => usageByDay(grant, { month: '2026-10' }),
      listChargingSessions: (grant) => listChargingSessions(grant, { limit: 50 }),
      readWatch: (grant) => readWatch(grant),
      forecastBill: (grant) => forecastBill(grant),
      compareTariffs: (grant) => compareTariffs(grant),
    },
  },
  'exports:view': { aims: {}, own: { listExports: (grant) => listExports(grant) } },
  'exports:request': { aims: {}, own: { requestExport: (grant) => requestExport(grant, 'en') } },
  'exports:download': {
    aims: { openExport: (grant, { rows }) => openExport(grant, rows.readyExport) },
    own: {
      openEnergyUsage: (grant) => openEnergyUsage(grant, { locale: 'en' }),
      downloadChargingCdrs: async (grant) => text(Readable.from(await downloadChargingCdrs(grant, 'en'))),
    },
  },
  'exports:build': {
    aims: { buildExport: (grant, { rows }) => buildExport(grant, rows.requestedExport) },
    own: {},
  },
  'access-ledger:view': { aims: {}, own: { listAccesses: (grant) => listAccesses(grant, { limit: 50 }) } },
} satisfies Partial<Probes>
