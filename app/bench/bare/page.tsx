import { notFound } from 'next/navigation'

export const dynamic = 'force-dynamic'

/** The least that a dynamic page can be: the floor for `npm run bench`. It exists only while that runs. */
export default function BarePage() {
  if (process.env.OPENBOOK_BENCH !== '1') notFound()
  return <p>bare</p>
}
