-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What calls to language models cost: one row a call, never a prompt or an answer. Stays on this device: it is no document.

CREATE TABLE llm_call (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    createdAt INTEGER NOT NULL,
    traceId TEXT,
    agentId TEXT,
    task TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    modelGroup TEXT NOT NULL,
    promptTokens INTEGER NOT NULL,
    completionTokens INTEGER NOT NULL,
    costNanoUsd INTEGER,                  -- NULL: the model has no known price
    latencyMs INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    errorCode TEXT,
    attempts INTEGER NOT NULL
);
-- What was spent in a month is read before every call, from the index alone.
CREATE INDEX llm_call_time ON llm_call (createdAt, costNanoUsd);
