import type { HTMLAttributes, ReactNode, SVGAttributes } from 'react'
import { staticMarkup } from './static-markup.ts'

type Attributes =
  | ({ as: 'svg' } & SVGAttributes<SVGElement>)
  | ({
      as?: 'article' | 'div' | 'dl' | 'figure' | 'footer' | 'header' | 'nav' | 'section' | 'table' | 'ul'
    } & HTMLAttributes<HTMLElement>)

export type StaticProps = Attributes & { children: ReactNode }

/**
 * What never changes once it is drawn: written as markup on the server, where React would carry each of its elements
 * three times, and nothing for a browser to bring to life. What cannot be written so is drawn as ever.
 */
export function Static({ as: Frame = 'div', children, ...rest }: StaticProps) {
  const markup = staticMarkup(children, Static)
  const attributes = rest as object
  if (markup === null) return <Frame {...attributes}>{children}</Frame>
  return <Frame {...attributes} dangerouslySetInnerHTML={{ __html: markup }} />
}
