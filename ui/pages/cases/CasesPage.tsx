export function CasesPage(_props: object) { return null; }
