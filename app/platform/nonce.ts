import { createContext, useContext } from 'react'

/** The nonce of this response's content security policy; undefined in the browser, where the attribute is hidden. */
export const NonceContext = createContext<string | undefined>(undefined)

export const useNonce = () => useContext(NonceContext)
