import { data } from '@remix-run/node'
import { Refusal } from '../refusal'

/** For a command that no form shows: its refusal becomes the page of its status. */
export async function orStatus<T>(command: Promise<T>): Promise<T> {
  try {
    return await command
  } catch (error) {
    if (error instanceof Refusal) throw data(null, { status: error.status })
    throw error
  }
}
