/** One constraint of the Nx rule: what projects with the tag may depend on. */
export interface DepConstraint {
  readonly sourceTag: string;
  readonly onlyDependOnLibsWithTags: readonly string[];
  readonly allowedExternalImports?: readonly string[];
}

export declare const depConstraints: readonly DepConstraint[];
export declare const specDepConstraints: readonly DepConstraint[];
