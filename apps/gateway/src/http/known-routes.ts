/** The addresses that are answered, to tell a wrong method from a wrong address. */
export class KnownRoutes {
  private readonly routes: { readonly method: string; readonly form: RegExp }[] = [];

  /** `path` as Fastify writes it: `/api/cases/:caseNumber`. */
  add(methods: string | readonly string[], path: string): void {
    const form = new RegExp(
      `^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`,
    );
    for (const method of [methods].flat()) this.routes.push({ method, form });
  }

  methodsAt(url: string): readonly string[] {
    const [path = ''] = url.split('?');
    return [
      ...new Set(this.routes.filter(({ form }) => form.test(path)).map((each) => each.method)),
    ];
  }
}
