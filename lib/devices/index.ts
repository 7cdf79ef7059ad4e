/** Devices that a person binds, names and unbinds. A device belongs to one person at a time. */
export { addDevice } from './add-device.ts'
export { findDevice } from './find-device.ts'
export { listDevices } from './list-devices.ts'
export { devicesHeld } from './personal-data.ts'
export { renameDevice } from './rename-device.ts'
export { revokeDevice } from './revoke-device.ts'
