/** Reads the text of a QR code that a video shows at the moment; null where it shows none. */
export type CodeReader = (video: HTMLVideoElement) => Promise<string | null>

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

// The Shape Detection API is in some browsers and not in the types.
declare global {
  interface Window {
    BarcodeDetector?: DetectorClass
  }
}

/** The browser's own reader of QR codes; null where it has none. */
export async function findCodeReader(): Promise<CodeReader | null> {
  const { BarcodeDetector } = window
  if (!BarcodeDetector) return null
  const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => [])
  if (!formats.includes('qr_code')) return null
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  return async (video) => {
    const [code] = await detector.detect(video).catch((): { rawValue: string }[] => [])
    return code?.rawValue ?? null
  }
}
