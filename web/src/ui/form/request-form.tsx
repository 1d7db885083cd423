import { type UseFormReturnType, useForm } from "@mantine/form";
import type { UseMutationResult } from "@tanstack/react-query";
import { type FieldRefusal, Refusal } from "lib/api-client/refusal";
import { forgetUnsent, keepUnsent, unsentOver } from "lib/unsent";
import { type ReactNode, useState } from "react";
import { Button } from "ui/button/button";
import styles from "ui/form/form.module.css";
import { FormFoot } from "ui/form/form-foot";
import { NewerVersion } from "ui/form/newer-version";
import { useFieldSentence, useRefusalSentence } from "ui/state/refusal-sentence";

interface RequestFormOptions<Values extends Record<string, unknown>, Body, Answer, Read> {
  initialValues: Values;
  /** The hook of the one request this form sends. */
  request: UseMutationResult<Answer, Error, Body>;
  /** What the server wants, made of what stands in the form and of what it writes over; the values when left out. */
  body?: (values: Values, read: Read) => Body;
  /** What this form writes over, when that carries a version: others may have changed it when it is sent. */
  over?: Over<Values, Read>;
  onDone?: (answer: Answer, values: Values) => void;
  /** By this name what is typed is kept in the tab until it is sent. */
  unsent?: string;
}

export interface Over<Values, Read> {
  /** As it was read when the form was drawn. */
  read: Read;
  /** How it stands now. */
  again: () => Promise<Read>;
  /** What this form shows of it. */
  values: (read: Read) => Values;
  /** Whoever typed takes what stands there now. */
  onTaken?: () => void;
}

export interface RequestFormState<Values extends Record<string, unknown>> {
  /** Mantine's form: spread `fields.getInputProps("name")` into a field. */
  fields: UseFormReturnType<Values>;
  send: () => void;
  busy: boolean;
  /** Why the whole was refused, as a sentence. */
  refusal: string | undefined;
  /** Somebody changed it meanwhile: what stands there now, to be written over or taken. */
  newer: Newer<Values> | undefined;
}

interface Newer<Values> {
  values: Values;
  writeOver: () => void;
  take: () => void;
}

/**
 * A form that sends one request. The server decides what is wrong: every field error comes back at once, as a
 * pointer and a code, and stands beside its field; a refusal of the whole stands above the button.
 */
export function useRequestForm<
  Values extends Record<string, unknown>,
  Body = Values,
  Answer = unknown,
  Read = undefined,
>({
  initialValues,
  request,
  body,
  over,
  onDone,
  unsent,
}: RequestFormOptions<Values, Body, Answer, Read>): RequestFormState<Values> {
  const [before] = useState(initialValues);
  const fields = useForm<Values>({
    initialValues: (unsent && unsentOver(unsent, before)) || before,
    onValuesChange: (typed) => unsent && keepUnsent(unsent, before, typed),
  });
  const [refusal, setRefusal] = useState<string>();
  // What is written over stays what it was when it was drawn, whatever is read meanwhile.
  const [read, setRead] = useState(over?.read);
  const [newer, setNewer] = useState<Read>();
  const sentenceOf = useRefusalSentence();
  const fieldSentenceOf = useFieldSentence();

  const showWhy = (error: Error) => {
    const refused = error instanceof Refusal ? error.fields : [];
    const errors = Object.fromEntries(
      refused.map((field) => [pathOf(field.pointer), fieldSentenceOf(emptyIsMissing(field))] as const),
    );
    fields.setErrors(errors);
    const first = Object.keys(errors)[0];
    if (first !== undefined) fields.getInputNode(first)?.focus();
    // What has no field of its own to stand beside is said above the button.
    const elsewhere = refused.filter((field) => fields.getInputNode(pathOf(field.pointer)) === null);
    if (refused.length === 0) setRefusal(sentenceOf(error));
    else
      setRefusal(elsewhere.length === 0 ? undefined : [...new Set(elsewhere.map(fieldSentenceOf))].join(" "));
  };

  // Where nothing stands, nobody counts characters.
  const emptyIsMissing = (field: FieldRefusal): FieldRefusal =>
    field.code === "too_short" && fields.getInputProps(pathOf(field.pointer)).value === ""
      ? { pointer: field.pointer, code: "required" }
      : field;

  const onStale = async (stale: Error, written: Read, { again, values }: Over<Values, Read>) => {
    const found = await again().catch(() => undefined);
    if (found === undefined) showWhy(stale);
    // Nothing of what this form shows has changed: what was typed is saved beside what the other wrote.
    else if (isSame(values(found), values(written))) writeOver(found, "once");
    else setNewer(() => found);
  };

  // What went again by itself and is refused again is said, or it would go for ever.
  const sendOver = (written: Read, again?: "once") => {
    fields.clearErrors();
    setRefusal(undefined);
    setNewer(undefined);
    const values = fields.getValues();
    request.mutate(body ? body(values, written) : (values as unknown as Body), {
      onSuccess: (answer) => {
        if (unsent) forgetUnsent(unsent);
        onDone?.(answer, values);
      },
      onError: (error) =>
        over && isStale(error) && !again ? void onStale(error, written, over) : showWhy(error),
    });
  };

  const writeOver = (found: Read, again?: "once") => {
    setRead(() => found);
    sendOver(found, again);
  };
  const take = (found: Read, taken: Values) => {
    setRead(() => found);
    setNewer(undefined);
    fields.setValues(taken);
    if (unsent) forgetUnsent(unsent);
    over?.onTaken?.();
  };
  const newerOf = (found: Read, { values }: Over<Values, Read>): Newer<Values> => ({
    values: values(found),
    writeOver: () => writeOver(found),
    take: () => take(found, values(found)),
  });

  return {
    fields,
    send: () => sendOver(read as Read),
    busy: request.isPending,
    refusal,
    newer: newer !== undefined && over ? newerOf(newer, over) : undefined,
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const isStale = (error: Error) => error instanceof Refusal && error.code === "stale";

/** `/aims/0/text` is `aims.0.text` to the form. */
function pathOf(pointer: string): string {
  return pointer.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~");
}

interface RequestFormProps<Values extends Record<string, unknown>> {
  form: RequestFormState<Values>;
  /** The words on the button: the verb itself. */
  submit: string;
  kind?: "filled" | "plain";
  /** Beside the button: a bare way back, who sees it. */
  beside?: ReactNode;
  children: ReactNode;
}

export function RequestForm<Values extends Record<string, unknown>>({
  form,
  submit,
  kind = "filled",
  beside,
  children,
}: RequestFormProps<Values>) {
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.send();
      }}
    >
      {children}
      <p role="alert" className={styles.refusal} hidden={!form.refusal}>
        {form.refusal}
      </p>
      {form.newer && <NewerVersion fields={form.fields} newer={form.newer} busy={form.busy} />}
      <FormFoot>
        {!form.newer && (
          <Button kind={kind} type="submit" busy={form.busy}>
            {submit}
          </Button>
        )}
        {beside}
      </FormFoot>
    </form>
  );
}
