export function debianGraph(): {
  file: string;
  source: string;
  steps: number;
  dependencies: number;
};
export function syntheticSteps(count: number): { name: string; depends_on: string[] }[];
