import { redirect } from '@remix-run/node'

/** The name in the header leads here. */
export const loader = () => redirect('/mes-sessions')
