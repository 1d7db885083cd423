/** What one field of a request was refused for: where it is in the body, and a code with its numbers. */
export interface FieldRefusal {
  pointer: string;
  code: string;
  params?: Record<string, string>;
}

interface Problem {
  status: number;
  code: string;
  detail: string;
  request_id: string;
  params?: Record<string, string>;
  errors?: FieldRefusal[];
}

/** The server understood and said no (4xx): a stable code, which the page turns into a sentence. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly fields: readonly FieldRefusal[];

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "Refusal";
    this.status = problem.status;
    this.code = problem.code;
    this.requestId = problem.request_id;
    this.params = problem.params ?? {};
    this.fields = problem.errors ?? [];
  }
}

/** No answer, or none that makes sense (network, 5xx, not our JSON): nobody's fault who is looking at the page. */
export class Broken extends Error {
  readonly requestId: string | undefined;

  constructor(message: string, requestId?: string) {
    super(message);
    this.name = "Broken";
    this.requestId = requestId;
  }
}

/** No answer at all: the network, or a server that is not there just now. */
export class Unreachable extends Broken {
  constructor(message: string) {
    super(message);
    this.name = "Unreachable";
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "string";
}

/** The error a response that is not a success stands for. */
export async function errorOf(response: Response): Promise<Refusal | Broken> {
  const requestId = response.headers.get("X-Request-Id") ?? undefined;
  const body: unknown = await response.json().catch(() => undefined);
  if (!isProblem(body)) return new Broken(`${response.status} without a reason`, requestId);
  if (response.status >= 500 && response.status !== 503) return new Broken(body.detail, body.request_id);
  return new Refusal({ ...body, status: response.status });
}
