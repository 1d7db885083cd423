import { notifications } from "@mantine/notifications";

/** Says in passing that something is done. What matters also stands on the page: a toast goes away. */
export function toast(sentence: string): void {
  notifications.show({ message: sentence, color: "teal", autoClose: 6000 });
}

/** The same for something that did not work. It stays until it is closed. */
export function toastTrouble(sentence: string): void {
  notifications.show({ message: sentence, color: "copper", autoClose: false });
}
