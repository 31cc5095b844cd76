import { data } from '@remix-run/node'
import { Refusal } from '../refusal'

/**
 * Runs a command of a route. Its refusal becomes a reply of its status, in the shape that the page reads; 403 and 404 become the page
 * of their status, which tells nothing of what exists. Anything else is thrown on (500, logged with an id).
 */
export async function refusalReply<R, S>(
  command: () => Promise<R>,
  shape: (refusal: Refusal) => S,
): Promise<R | ReturnType<typeof data<S>>> {
  try {
    return await command()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 403 || error.status === 404) throw data(null, { status: error.status })
    return data(shape(error), { status: error.status })
  }
}

/** The shape of a page that shows one sentence. */
export const refusedMessage = ({ message }: Refusal) => ({ message })
