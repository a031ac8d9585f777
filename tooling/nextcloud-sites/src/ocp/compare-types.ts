/** A class, interface or trait as `describe-types.php` describes it. */
export interface DescribedType {
  readonly kind: string;
  readonly methods: Readonly<Record<string, DescribedMethod>>;
  readonly constants: Readonly<Record<string, unknown>>;
  readonly ancestors: readonly string[];
}

interface DescribedMethod {
  readonly parameters: readonly DescribedParameter[];
  readonly returns: string;
  readonly isStatic: boolean;
}

interface DescribedParameter {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly isVariadic: boolean;
}

export type DescribedTypes = Readonly<Record<string, DescribedType>>;

/**
 * Compares what the tests take Nextcloud's public API for with what a server really has. The server
 * may have more: other methods, and more parameters that need not be given.
 * @returns one sentence for each difference
 */
export function compareTypes(taken: DescribedTypes, real: DescribedTypes): readonly string[] {
  return Object.entries(taken).flatMap(([name, type]) => {
    const other = real[name];
    if (other === undefined) return [`${name} does not exist.`];
    return [
      ...(type.kind === other.kind ? [] : [`${name} is ${article(other.kind)}, not ${type.kind}.`]),
      ...type.ancestors
        .filter((ancestor) => !other.ancestors.includes(ancestor))
        .map((ancestor) => `${name} is no ${ancestor}.`),
      ...differingConstants(name, type, other),
      ...Object.entries(type.methods).flatMap(([method, signature]) =>
        differingMethod(`${name}::${method}()`, signature, other.methods[method]),
      ),
    ];
  });
}

function differingConstants(name: string, taken: DescribedType, real: DescribedType): string[] {
  return Object.entries(taken.constants)
    .filter(([constant, value]) => real.constants[constant] !== value)
    .map(
      ([constant]) =>
        `${name}::${constant} is ${JSON.stringify(real.constants[constant] ?? null)}.`,
    );
}

function differingMethod(
  name: string,
  taken: DescribedMethod,
  real: DescribedMethod | undefined,
): string[] {
  if (real === undefined) return [`${name} does not exist.`];
  const wrong: string[] = [];
  if (taken.isStatic !== real.isStatic) wrong.push(`${name} differs in being static.`);
  if (taken.returns !== real.returns) wrong.push(`${name} gives ${real.returns || 'anything'}.`);
  for (const [index, parameter] of taken.parameters.entries()) {
    const other = real.parameters[index];
    if (JSON.stringify(other) !== JSON.stringify(parameter)) {
      wrong.push(`${name} takes ${described(other)} as number ${index + 1}.`);
    }
  }
  const further = real.parameters.slice(taken.parameters.length);
  if (further.some(({ isOptional }) => !isOptional)) wrong.push(`${name} takes more.`);
  return wrong;
}

function described(parameter: DescribedParameter | undefined): string {
  if (parameter === undefined) return 'nothing';
  const { name, type, isOptional, isVariadic } = parameter;
  return `${isOptional ? 'optional ' : ''}${type} ${isVariadic ? '...' : ''}$${name}`.trim();
}

function article(kind: string): string {
  return `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
