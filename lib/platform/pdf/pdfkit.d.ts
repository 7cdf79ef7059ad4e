/** What the library takes and its published types leave out. */
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Of a header cell: what it is the header of. */
    scope?: 'Row' | 'Column'
  }
}
