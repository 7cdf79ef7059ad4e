/** Devices that a person binds, names and unbinds. A device belongs to one person at a time. */
export { addDevice } from './add-device.ts'
export { type AnnouncedDevice, announceDevices } from './announce-devices.ts'
export { findDevice } from './find-device.ts'
export { listDevices } from './list-devices.ts'
export { listPhones, type OperatingSystem, type PhoneView } from './list-phones.ts'
export { permitUse } from './permit-use.ts'
export { renameDevice } from './rename-device.ts'
export { revokeDevice } from './revoke-device.ts'
