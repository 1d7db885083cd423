import "@fontsource-variable/figtree";
import "@fontsource-variable/fraunces";
import "@mantine/core/styles.layer.css";
import "ui/theme/tokens.css";
import "ui/theme/base.css";
import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { theme, variables } from "ui/theme/theme";

// The server writes the nonce of this answer's content security policy into the page (web/README.md).
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      {children}
    </MantineProvider>
  );
}
