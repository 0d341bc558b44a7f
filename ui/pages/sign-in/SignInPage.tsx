export function SignInPage(_props: {readonly plant: object | null}) { return null; }
