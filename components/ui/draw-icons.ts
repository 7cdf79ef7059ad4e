import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { ICONS } from './icon-names.ts'

/** One drawing with a symbol for each icon, as Lucide draws it (ISC licence). */
export function drawIcons(): string {
  const symbols = Object.entries(ICONS).map(([name, Shape]) => {
    const shapes = renderToStaticMarkup(createElement(Shape)).replace(/^<svg[^>]*>|<\/svg>$/g, '')
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/><\/\w+>/g, '/>')}</symbol>\n`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">\n<title>Icons: Lucide, ISC licence</title>\n${symbols.join('')}</svg>\n`
}
