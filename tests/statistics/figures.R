# Writes figures.txt, against which src/statistics is tested: Rscript tests/statistics/figures.R > tests/statistics/figures.txt
# R 4.2.2 with survival 3.5-3 and psych 2.2.9 (Debian 12: r-base-core r-cran-survival r-cran-psych). The tests read the file
# and need no R. Each line: a name, then numbers; NA where R has none.
suppressMessages({ library(survival); library(psych) })
say <- function(name, ...) {
  values <- c(...)
  text <- ifelse(is.na(values), "NA", formatC(as.numeric(values), digits = 15, format = "g", width = 1))
  cat(name, text, sep = " "); cat("\n")
}
set.seed(20261124)

changes <- function(name, before, after) {
  test <- t.test(after, before, paired = TRUE)
  n <- length(before)
  d <- (mean(after) - mean(before)) / sqrt((var(before) + var(after)) / 2)
  j <- 1 - 3 / (4 * (n - 1) - 1)
  say(paste0(name, ".before"), before)
  say(paste0(name, ".after"), after)
  say(paste0(name, ".change"), test$estimate, test$conf.int, test$p.value)
  say(paste0(name, ".g"), j * d, j^2 * (1 / n + d^2 / (2 * n)) * 2 * (1 - cor(before, after)))
}
changes("sleep", sleep$extra[1:10], sleep$extra[11:20])
for (i in 1:8) {
  n <- sample(3:40, 1)
  before <- round(rnorm(n, 3, 0.8), 2)
  changes(paste0("paired", i), before, round(before + rnorm(n, 0.3, 0.6), 2))
}

welch <- function(name, one, other) {
  test <- t.test(one, other)
  say(paste0(name, ".one"), one)
  say(paste0(name, ".other"), other)
  say(paste0(name, ".difference"), diff(rev(test$estimate)), test$stderr, test$parameter, test$conf.int, test$p.value)
}
welch("waitlist", c(4, 5, 4, 5, 5, 4) - c(3, 4, 2, 5, 4, 3), c(3, 4, 4, 2, 5, 3) - c(3, 3, 4, 2, 5, 4))
for (i in 1:8) welch(paste0("welch", i), round(rnorm(sample(2:30, 1), 0.4), 2), round(rnorm(sample(2:30, 1)), 2))

wilson <- function(did, of) say("wilson", did, of, suppressWarnings(prop.test(did, of, correct = FALSE))$conf.int)
for (case in list(c(81, 263), c(15, 148), c(0, 20), c(1, 29), c(23, 60), c(24, 25), c(48, 50), c(96, 100), c(7, 7), c(1, 1)))
  wilson(case[1], case[2])
for (i in 1:20) { n <- sample(1:200, 1); wilson(sample(0:n, 1), n) }

reliability <- function(name, items) {
  items <- as.matrix(items)
  found <- suppressWarnings(suppressMessages(psych::alpha(as.data.frame(items), warnings = FALSE)))
  a <- found$total$raw_alpha
  n <- nrow(items); k <- ncol(items)
  say(paste0(name, ".items"), k)
  for (row in seq_len(n)) say(paste0(name, ".row"), items[row, ])
  say(paste0(name, ".alpha"), a, 1 - (1 - a) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1)))
  say(paste0(name, ".dropped"), sapply(seq_len(k), function(i) {
    rest <- items[, -i, drop = FALSE]; m <- k - 1
    m / (m - 1) * (1 - sum(apply(rest, 2, var)) / var(rowSums(rest)))
  }))
  say(paste0(name, ".others"), sapply(seq_len(k), function(i) cor(items[, i], rowSums(items[, -i, drop = FALSE]))))
}
reliability("attitude", attitude)
for (i in 1:4) {
  n <- sample(30:45, 1); k <- sample(3:7, 1); trait <- rnorm(n)
  reliability(paste0("scale", i), sapply(seq_len(k), function(j) pmin(5, pmax(1, round(3 + trait + rnorm(n))))))
}

survive <- function(name, time, status) {
  say(paste0(name, ".time"), time)
  say(paste0(name, ".status"), status)
  for (kind in c("log", "log-log", "plain")) {
    fit <- survfit(Surv(time, status) ~ 1, conf.type = kind)
    at <- fit$n.event > 0
    with_kind <- paste0(name, ".", kind)
    say(paste0(with_kind, ".times"), fit$time[at])
    say(paste0(with_kind, ".risk"), fit$n.risk[at])
    say(paste0(with_kind, ".waiting"), fit$surv[at])
    say(paste0(with_kind, ".error"), summary(fit)$std.err)
    say(paste0(with_kind, ".low"), fit$lower[at])
    say(paste0(with_kind, ".high"), fit$upper[at])
    middle <- quantile(fit, .5)
    say(paste0(with_kind, ".median"), middle$quantile, middle$lower, middle$upper)
  }
}
with(aml[aml$x == "Maintained", ], survive("maintained", time, status))
with(aml[aml$x != "Maintained", ], survive("nonmaintained", time, status))
survive("lung", lung$time, lung$status - 1)
survive("half", c(1, 2, 3, 4), c(1, 1, 0, 0))
survive("halfway", c(1, 2, 3, 4), c(1, 1, 1, 1))
survive("waiting", c(3, 5, 8), c(0, 0, 0) + c(1, 0, 0))
for (i in 1:10) {
  n <- sample(4:60, 1)
  survive(paste0("survival", i), ceiling(rexp(n, 1 / 30)), rbinom(n, 1, runif(1, .4, 1)))
}

p <- c(.001, .008, .039, .041, .042, .06, .074, .205, .212, .216, .222, .251, .269, .275, .34, .341, .384, .569, .594, .696,
       .762, .94, .942, .975, .986)
say("bh.p", p)
say("bh.adjusted", p.adjust(p, "BH"))
