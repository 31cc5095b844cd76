/** What the server knows of a request before any route: given to every loader and action as `context`. */
export type LoadContext = {
  /** nonce of this response's content security policy */
  nonce: string
  /** id under which this request is logged, shown to the visitor when something fails */
  requestId: string
  /** address of the visitor, for rate limits */
  clientIp: string
}

declare module '@remix-run/server-runtime' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface is what can be merged
  interface AppLoadContext extends LoadContext {}
}
