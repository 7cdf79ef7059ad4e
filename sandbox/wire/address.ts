/** An address that is known only once the server listens, and asked for only after. */
export function createAddress() {
  let url = ''
  return {
    get: () => url,
    set: (opened: string) => {
      url = opened
    },
  }
}
