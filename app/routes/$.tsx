/** Every address that no page answers: a real 404, drawn like any page. */
export function loader() {
  throw new Response(null, { status: 404 })
}

export function action() {
  throw new Response(null, { status: 404 })
}

export default function NotFound() {
  return null
}
