// Holds every request and every answer of the tests to api/openapi.json.
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import description from '../../../api/openapi.json';

interface Media {
  schema: object;
}

interface Answer {
  $ref?: string;
  content?: Record<string, Media>;
}

interface Operation {
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Answer>;
}

const ajv = new Ajv({ strict: false, allErrors: true, formats: { int64: true } });
ajv.addSchema({ ...description, $id: 'openapi' });

const compiled = new Map<string, ValidateFunction>();

// Local references of the document become references to the document.
function validatorOf(schema: object): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"#/', '"openapi#/');
  const known = compiled.get(text) ?? ajv.compile(JSON.parse(text) as object);
  compiled.set(text, known);
  return known;
}

const templates = Object.keys(description.paths).sort((a, b) => a.split('{').length - b.split('{').length);

export function operationOf(method: string, pathname: string): Operation {
  const template = templates.find((path) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname));
  const operations = template === undefined ? {} : (description.paths as unknown as Record<string, Record<string, Operation>>)[template];
  const operation = operations?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`openapi.json has no ${method} ${pathname}`);
  return operation;
}

function hold(what: string, schema: object, value: unknown): void {
  const validate = validatorOf(schema);
  if (!validate(value)) throw new Error(`${what} breaks openapi.json: ${ajv.errorsText(validate.errors)}`);
}

export function holdRequest(method: string, pathname: string, body: unknown): void {
  const schema = operationOf(method, pathname).requestBody?.content['application/json']?.schema;
  if (schema === undefined && body !== undefined) throw new Error(`${method} ${pathname} takes no body`);
  if (schema !== undefined) hold(`${method} ${pathname}`, schema, body);
}

export function holdAnswer(method: string, pathname: string, status: number, body: unknown): void {
  const named = operationOf(method, pathname).responses[String(status)];
  if (named === undefined) throw new Error(`${method} ${pathname} never answers ${status} in openapi.json`);
  const name = named.$ref?.split('/').at(-1);
  const answer = name === undefined ? named : (description.components.responses as Record<string, Answer>)[name];
  const media = answer?.content?.['application/json'];
  if (media !== undefined) hold(`${status} of ${method} ${pathname}`, media.schema, body);
}
