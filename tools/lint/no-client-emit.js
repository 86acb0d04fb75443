import { ESLintUtils } from '@typescript-eslint/utils';

const clients = new Set(['ClientProxy', 'ClientNats']);

/** Facts leave a service through its journal only: what a broker client emits is lost with the broker. */
export const noClientEmit = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      emit: 'Publish through the journal: what a client proxy emits is lost when the broker is away.',
    },
  },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const checker = services.program.getTypeChecker();

    const isClient = (type) =>
      clients.has(type.getSymbol()?.getName() ?? '') ||
      (type.isUnionOrIntersection() && type.types.some(isClient)) ||
      (type.isClassOrInterface() && (checker.getBaseTypes(type) ?? []).some(isClient));

    return {
      'CallExpression[callee.property.name="emit"]'(node) {
        if (isClient(services.getTypeAtLocation(node.callee.object))) {
          context.report({ node, messageId: 'emit' });
        }
      },
    };
  },
});
