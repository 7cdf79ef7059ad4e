/**
 * Documents as PDF: tagged for those who hear them (titles, headings, table headers, language, reading order as PDF/UA
 * asks), every font embedded, and the same bytes for the same document.
 */
export { renderPdf } from './render-pdf.ts'
