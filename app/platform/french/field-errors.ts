import * as z from 'zod'

/** What a field says when its schema has no words of its own for a fault. */
const UNSAID_FAULT = 'Cette réponse ne peut pas être lue : vérifiez-la.'

/** Called once by the browser and by the server: no form speaks English, whatever is posted. */
export function sayFaultsInFrench(): void {
  z.config({ localeError: () => UNSAID_FAULT })
}
