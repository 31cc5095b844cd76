import { log } from './log.server'
import { shared } from './shared.server'

const noticed = () => shared('proxy', () => ({ seen: false }))

/** A proxy stands in front that TRUST_PROXY does not count: every visitor seems to come from its one address. */
export function noteProxy(): void {
  if (noticed().seen) return
  noticed().seen = true
  log().warn(
    'a proxy hands requests on, but TRUST_PROXY=0: all visitors share its address and its limits; set TRUST_PROXY',
  )
}

export const isProxyUncounted = () => noticed().seen
