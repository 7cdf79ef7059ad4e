import { Icon } from '../ui/icon.tsx'

/** A plain form: signing out works from every page, with and without JavaScript. */
export function SignOut({ brand, label }: { brand: string; label: string }) {
  return (
    <form method="post" action="/api/auth/sign-out">
      <input type="hidden" name="brand" value={brand} />
      <button type="submit" className="flex min-h-11 w-full items-center gap-2 rounded-sm px-2 hover:bg-current/10">
        <Icon name="signOut" size={16} /> {label}
      </button>
    </form>
  )
}
