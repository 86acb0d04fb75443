import ts from 'typescript';

/** Changes to a TypeScript source that find their place by what stands there, not by line. The formatter does the layout. */
type Edit = (text: string) => string;

/** After the last import. */
export const withImport =
  (line: string): Edit =>
  (text) => {
    const imports = parsed(text).statements.filter(ts.isImportDeclaration);
    const at = imports.at(-1)?.end ?? 0;
    return inserted(text, at, `${at === 0 ? '' : '\n'}${line}${at === 0 ? '\n' : ''}`);
  };

/** One more element at the end of the list that a constant or a property of this name holds. */
export const withElement =
  (name: string, element: string): Edit =>
  (text) => {
    const list = found(text, name, ts.isArrayLiteralExpression);
    return appended(text, list.elements, list.end - 1, element);
  };

/** One more property at the end of the object that a constant or a property of this name holds. */
export const withProperty =
  (name: string, property: string): Edit =>
  (text) => {
    const object = found(text, name, ts.isObjectLiteralExpression);
    return appended(text, object.properties, object.end - 1, property);
  };

/** The names of the properties of that object. */
export const propertiesOf = (text: string, name: string): string[] =>
  found(text, name, ts.isObjectLiteralExpression).properties.flatMap((property) =>
    property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
      ? [property.name.text]
      : [],
  );

/** One more alternative of a type. */
export const withAlternative =
  (type: string, alternative: string): Edit =>
  (text) => {
    const declared = parsed(text).statements.find(
      (each) => ts.isTypeAliasDeclaration(each) && each.name.text === type,
    );
    if (declared === undefined) throw new Error(`There is no type ${type}.`);
    return inserted(text, (declared as ts.TypeAliasDeclaration).type.end, `\n  | ${alternative}`);
  };

/** A field of the only class, and a statement at the end of its constructor. */
export const withFieldSetInConstructor =
  (field: string, statement: string): Edit =>
  (text) => {
    const declared = parsed(text).statements.find(ts.isClassDeclaration);
    const constructor = declared?.members.find(ts.isConstructorDeclaration);
    const fields = declared?.members.filter(ts.isPropertyDeclaration) ?? [];
    if (constructor?.body === undefined) throw new Error('There is no class with a constructor.');
    const withStatement = inserted(text, constructor.body.end - 1, `  ${statement}\n  `);
    return inserted(withStatement, fields.at(-1)?.end ?? constructor.pos, `\n  ${field}`);
  };

function appended(
  text: string,
  members: ts.NodeArray<ts.Node>,
  end: number,
  member: string,
): string {
  const last = members.at(-1);
  if (last === undefined) return inserted(text, end, member);
  const comma = text.indexOf(',', last.end);
  return comma !== -1 && comma < end
    ? inserted(text, comma + 1, `\n${member},`)
    : inserted(text, last.end, `, ${member}`);
}

/** The first node of a kind inside what a constant, or else a property, of this name is set to. */
function found<Kind extends ts.Node>(
  text: string,
  name: string,
  isOf: (node: ts.Node) => node is Kind,
): Kind {
  const source = parsed(text);
  const isNamed = (node: ts.Node): node is ts.VariableDeclaration | ts.PropertyAssignment =>
    (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) &&
    node.name.getText(source).replaceAll(/['"]/g, '') === name;
  const holder = firstIn(source, isNamed);
  const value = holder?.initializer && firstIn(holder.initializer, isOf);
  if (value === undefined) throw new Error(`Nothing of the expected shape is called ${name}.`);
  return value;
}

/** Level by level, so that what stands outside is found before what stands inside. */
function firstIn<Kind extends ts.Node>(
  root: ts.Node,
  isOf: (node: ts.Node) => node is Kind,
): Kind | undefined {
  const level: ts.Node[] = [root];
  for (const node of level) {
    if (isOf(node)) return node;
    ts.forEachChild(node, (child) => {
      level.push(child);
    });
  }
  return undefined;
}

const inserted = (text: string, at: number, addition: string): string =>
  text.slice(0, at) + addition + text.slice(at);

const parsed = (text: string): ts.SourceFile =>
  ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
