/** The small copy of a picture, leading to the whole one. */
export function UploadPicture({ brand, upload, name }: { brand: string; upload: string; name: string }) {
  const address = `/api/${brand}/uploads/${upload}`
  return (
    <a href={address} className="inline-flex size-20 items-center justify-center overflow-hidden rounded-md bg-sunken">
      <img
        src={`${address}?size=small`}
        alt={name}
        loading="lazy"
        decoding="async"
        className="size-full object-cover"
      />
    </a>
  )
}
