import ts from 'typescript';

/** A function and its length in lines, without the lines of the functions inside it. */
export interface MeasuredFunction {
  readonly name: string;
  readonly lines: number;
}

export interface SourceShape {
  readonly lines: number;
  readonly functions: readonly MeasuredFunction[];
  readonly exportedNames: readonly string[];
}

const nameOf = (node: ts.Node, file: ts.SourceFile): string => {
  const named = ts.isVariableDeclaration(node.parent)
    ? node.parent.name
    : (node as ts.FunctionLikeDeclaration).name;
  return named?.getText(file) ?? 'anonymous';
};

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function namesExportedBy(statement: ts.Statement, file: ts.SourceFile): string[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    return exportClause && ts.isNamedExports(exportClause)
      ? exportClause.elements.map(({ name }) => name.text)
      : [];
  }
  if (!isExported(statement)) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText(file));
  }
  return [(statement as ts.DeclarationStatement).name?.getText(file) ?? 'default'];
}

/** What the repository rules look at in one TypeScript or JavaScript file. */
export function shapeOf(path: string, text: string): SourceShape {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line;
  const linesOf = (node: ts.Node) => lineOf(node.getEnd()) - lineOf(node.getStart(file)) + 1;
  const functions: MeasuredFunction[] = [];

  /** Visits the node and returns how many lines the functions in it take. */
  const visit = (node: ts.Node): number => {
    let inner = 0;
    ts.forEachChild(node, (child) => {
      inner += visit(child);
    });
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return inner;
    functions.push({ name: nameOf(node, file), lines: linesOf(node) - inner });
    return linesOf(node);
  };
  visit(file);

  return {
    lines: lineOf(file.getEnd()) + 1,
    functions,
    exportedNames: file.statements.flatMap((statement) => namesExportedBy(statement, file)),
  };
}
