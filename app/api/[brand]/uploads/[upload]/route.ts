import { openUpload } from '#lib/uploads/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'

/**
 * A picture that a person handed over, for that person alone: `?size=small` for lists, `?save` to keep it. Whatever it
 * is, the browser takes it for a picture and nothing else, and runs nothing in it (next.config.ts gives it its policy).
 */
export const GET = defineRoute({
  permission: 'uploads:view',
  limit: { times: 1200, minutes: 10 },
  page: (brand) => `/${brand}/me/data`,
  async run(grant, request, params) {
    const { searchParams } = new URL(request.url)
    const size = searchParams.get('size') === 'small' ? 'small' : 'full'
    const { content, mediaType, fileName } = await openUpload(grant, params.upload ?? '', size)
    const disposition = searchParams.has('save') ? 'attachment' : 'inline'
    const headers = {
      'content-type': mediaType,
      'content-length': String(content.length),
      'content-disposition': `${disposition}; filename="${asciiName(fileName)}"; filename*=UTF-8''${extended(fileName)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    }
    return new Response(new Uint8Array(content), { headers })
  },
})

/** For what does not know RFC 6266's other form. */
function asciiName(name: string): string {
  return name.replaceAll(/[^\w.-]+/g, '_')
}

/** As RFC 8187 wants it: everything but its attr-char is a percent code. */
function extended(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
