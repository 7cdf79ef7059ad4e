-- Intake finds the person by the serial number of their device.
CREATE INDEX "device_brand_serial_idx" ON "device"("brand", "serial");
