/** Dependencies taken away several at a time. */
import { type Dependency, dependenciesOf, type Edit, withField, withSteps } from './document';
import { counted, quoted } from './words';

/** All their listings go; a list that would be empty goes as a whole. */
export function removeDependencies(dependencies: readonly Dependency[]): Edit {
  const gone = new Map<string, Set<string>>();
  for (const { from, to } of dependencies) gone.set(to, (gone.get(to) ?? new Set()).add(from));
  return {
    label: labelOf(dependencies),
    apply: (document) =>
      withSteps(
        document,
        document.definition.steps.map((step) => {
          const less = gone.get(step.name);
          if (!less) return step;
          const left = dependenciesOf(step).filter((name) => !less.has(name));
          return withField(step, 'depends_on', left.length > 0 ? left : undefined);
        }),
      ),
  };
}

function labelOf(dependencies: readonly Dependency[]): string {
  const [one] = dependencies;
  return dependencies.length === 1 && one
    ? `free ${quoted(one.to)} from ${quoted(one.from)}`
    : `remove ${counted(dependencies.length, 'dependency', 'dependencies')}`;
}
