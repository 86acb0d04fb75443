// Generated from libs/contracts by npm run generate.

export const ACTS = {
  "correct-paper": {
    "method": "POST",
    "path": "/api/papers/{number}/correction",
    "title": {
      "zh": "更正文书的文字差错",
      "en": "Corrects clerical errors of a paper; the original stays on file"
    },
    "body": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        },
        "changes": {
          "type": "array",
          "minItems": 1,
          "maxItems": 20,
          "items": {
            "type": "object",
            "properties": {
              "field": {
                "enum": [
                  "applicant-name",
                  "premises-name",
                  "premises-address",
                  "item-name",
                  "wording"
                ]
              },
              "before": {
                "type": "string",
                "minLength": 1,
                "maxLength": 1000
              },
              "after": {
                "type": "string",
                "minLength": 1,
                "maxLength": 1000
              }
            },
            "required": [
              "field",
              "before",
              "after"
            ],
            "additionalProperties": false
          }
        }
      },
      "required": [
        "reason",
        "changes"
      ],
      "additionalProperties": false
    }
  },
  "mark-confidential": {
    "method": "PUT",
    "path": "/api/applications/{applicationId}/confidentiality",
    "title": {
      "zh": "申请人声明涉及商业秘密或者个人隐私、不宜公开的内容",
      "en": "Says which parts of the decision asked for are a trade secret or private, and why"
    },
    "body": {
      "type": "object",
      "properties": {
        "marks": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "object",
            "properties": {
              "kind": {
                "enum": [
                  "trade-secret",
                  "personal-privacy"
                ]
              },
              "parts": {
                "type": "array",
                "minItems": 1,
                "maxItems": 4,
                "items": {
                  "type": "string",
                  "enum": [
                    "holder",
                    "item",
                    "legal-basis",
                    "conditions"
                  ]
                }
              },
              "item": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              },
              "reason": {
                "type": "string",
                "minLength": 1,
                "maxLength": 1000
              }
            },
            "required": [
              "kind",
              "parts",
              "reason"
            ],
            "additionalProperties": false
          }
        }
      },
      "required": [
        "marks"
      ],
      "additionalProperties": false
    }
  },
  "serve-paper": {
    "method": "POST",
    "path": "/api/applications/{applicationId}/papers/{paperNumber}/service",
    "title": {
      "zh": "登记送达回证",
      "en": "Records the service of a paper on an applicant, or corrects what was recorded of it"
    },
    "body": {
      "type": "object",
      "properties": {
        "method": {
          "enum": [
            "electronic",
            "window",
            "post",
            "left",
            "entrusted",
            "announcement"
          ]
        },
        "receivedBy": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        },
        "servedOn": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        },
        "correctionReason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        },
        "witnesses": {
          "type": "array",
          "minItems": 0,
          "maxItems": 5,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          }
        },
        "recording": {
          "type": "string",
          "minLength": 1,
          "maxLength": 300
        },
        "receiptNumber": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        },
        "through": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200
        },
        "noticedOn": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        },
        "noticedIn": {
          "type": "string",
          "minLength": 1,
          "maxLength": 300
        },
        "otherWaysFailed": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        }
      },
      "required": [
        "method"
      ],
      "additionalProperties": false
    }
  },
  "arrange-inspection": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/inspections",
    "title": {
      "zh": "安排联合踏勘",
      "en": "Arranges one joint inspection for several tracks"
    },
    "body": {
      "type": "object",
      "properties": {
        "items": {
          "type": "array",
          "minItems": 1,
          "maxItems": 30,
          "items": {
            "type": "string",
            "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
          }
        },
        "scheduledAt": {
          "type": "string",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"
        },
        "inspectors": {
          "type": "array",
          "minItems": 2,
          "maxItems": 50,
          "items": {
            "type": "object",
            "properties": {
              "inspector": {
                "type": "string",
                "minLength": 1,
                "maxLength": 100
              },
              "name": {
                "type": "string",
                "minLength": 1,
                "maxLength": 100
              },
              "agency": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              }
            },
            "required": [
              "inspector",
              "name",
              "agency"
            ],
            "additionalProperties": false
          }
        },
        "checklists": {
          "type": "array",
          "minItems": 1,
          "maxItems": 30,
          "items": {
            "type": "object",
            "properties": {
              "item": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              },
              "points": {
                "type": "array",
                "minItems": 1,
                "maxItems": 100,
                "items": {
                  "type": "object",
                  "properties": {
                    "point": {
                      "type": "string",
                      "maxLength": 80,
                      "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
                    },
                    "requirement": {
                      "type": "string",
                      "minLength": 1,
                      "maxLength": 500
                    }
                  },
                  "required": [
                    "point",
                    "requirement"
                  ],
                  "additionalProperties": false
                }
              }
            },
            "required": [
              "item",
              "points"
            ],
            "additionalProperties": false
          }
        }
      },
      "required": [
        "items",
        "scheduledAt",
        "inspectors",
        "checklists"
      ],
      "additionalProperties": false
    }
  },
  "assign-task": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/stages/{stage}/assignment",
    "title": {
      "zh": "指派任务",
      "en": "Assigns a task to an officer who may have it"
    },
    "body": {
      "type": "object",
      "properties": {
        "officer": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        }
      },
      "required": [
        "officer",
        "reason"
      ],
      "additionalProperties": false
    }
  },
  "authorise-officer": {
    "method": "POST",
    "path": "/api/officers/{account}/authorisations",
    "title": {
      "zh": "授权首席代表，或者委托其他承办人员",
      "en": "Authorises a chief representative, or delegates one’s own authority for a period"
    },
    "body": {
      "type": "object",
      "properties": {
        "kind": {
          "enum": [
            "chief-representative",
            "delegation"
          ]
        },
        "documentNumber": {
          "type": "string",
          "minLength": 1,
          "maxLength": 60
        },
        "items": {
          "type": "array",
          "minItems": 1,
          "maxItems": 500,
          "items": {
            "type": "string",
            "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
          }
        },
        "acts": {
          "type": "array",
          "minItems": 1,
          "maxItems": 3,
          "items": {
            "type": "string",
            "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
          }
        },
        "from": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        },
        "until": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        }
      },
      "required": [
        "kind",
        "documentNumber",
        "acts",
        "from",
        "until"
      ],
      "additionalProperties": false
    }
  },
  "claim-task": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/stages/{stage}/claim",
    "title": {
      "zh": "领取任务",
      "en": "Claims a task from the pool; of two at once one has it"
    }
  },
  "claim-tasks": {
    "method": "POST",
    "path": "/api/tasks/claims",
    "title": {
      "zh": "批量领取或者指派任务，逐件判断",
      "en": "Claims or assigns many tasks at once, each judged alone"
    },
    "body": {
      "type": "object",
      "properties": {
        "tasks": {
          "type": "array",
          "minItems": 1,
          "maxItems": 100,
          "items": {
            "type": "object",
            "properties": {
              "caseNumber": {
                "type": "string",
                "pattern": "^\\d{6}-\\d{8}-\\d{6}$"
              },
              "item": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              },
              "stage": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              }
            },
            "required": [
              "caseNumber",
              "item",
              "stage"
            ],
            "additionalProperties": false
          }
        },
        "assignTo": {
          "type": "object",
          "properties": {
            "officer": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            },
            "reason": {
              "type": "string",
              "minLength": 1,
              "maxLength": 500
            }
          },
          "required": [
            "officer",
            "reason"
          ],
          "additionalProperties": false
        }
      },
      "required": [
        "tasks"
      ],
      "additionalProperties": false
    }
  },
  "complete-stage": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/stages/{stage}/completion",
    "title": {
      "zh": "办结一个环节",
      "en": "Ends a stage of a track that has no act of its own"
    },
    "body": {
      "type": "object",
      "properties": {
        "outcome": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200
        },
        "remark": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        }
      },
      "required": [
        "outcome"
      ],
      "additionalProperties": false
    }
  },
  "complete-stages": {
    "method": "POST",
    "path": "/api/tasks/completions",
    "title": {
      "zh": "批量办结环节，逐件判断；仅流程允许的形式审查可批量准予，不予许可须逐件说明理由",
      "en": "Ends many stages at once, each judged alone; grants only where the process allows it, refusals never"
    },
    "body": {
      "type": "object",
      "properties": {
        "stages": {
          "type": "array",
          "minItems": 1,
          "maxItems": 100,
          "items": {
            "type": "object",
            "properties": {
              "caseNumber": {
                "type": "string",
                "pattern": "^\\d{6}-\\d{8}-\\d{6}$"
              },
              "item": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              },
              "stage": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              }
            },
            "required": [
              "caseNumber",
              "item",
              "stage"
            ],
            "additionalProperties": false
          }
        },
        "outcome": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200
        },
        "remark": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        },
        "grounds": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          }
        },
        "legalBasis": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 300
          }
        }
      },
      "required": [
        "stages",
        "outcome"
      ],
      "additionalProperties": false
    }
  },
  "consult-departments": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/consultation",
    "title": {
      "zh": "征求部门意见（不停止法定计时）",
      "en": "Asks departments for their opinion on a track; the statutory clock runs on"
    },
    "body": {
      "type": "object",
      "properties": {
        "departments": {
          "type": "array",
          "minItems": 1,
          "maxItems": 20,
          "items": {
            "type": "object",
            "properties": {
              "department": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              },
              "name": {
                "type": "string",
                "minLength": 1,
                "maxLength": 200
              },
              "workingDays": {
                "type": "integer",
                "minimum": 1,
                "maximum": 30
              }
            },
            "required": [
              "department"
            ],
            "additionalProperties": false
          }
        },
        "question": {
          "type": "string",
          "minLength": 1,
          "maxLength": 2000
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        }
      },
      "required": [
        "departments",
        "question"
      ],
      "additionalProperties": false
    }
  },
  "decide-track": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/decision",
    "title": {
      "zh": "作出许可决定",
      "en": "Decides a track in the name of its agency"
    },
    "body": {
      "type": "object",
      "properties": {
        "outcome": {
          "enum": [
            "granted",
            "refused"
          ]
        },
        "reasons": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          }
        },
        "legalBasis": {
          "type": "array",
          "minItems": 1,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 300
          }
        },
        "conditions": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          }
        },
        "delayReason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        },
        "protection": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "object",
            "properties": {
              "kind": {
                "enum": [
                  "trade-secret",
                  "personal-privacy",
                  "state-secret"
                ]
              },
              "parts": {
                "type": "array",
                "minItems": 0,
                "maxItems": 4,
                "items": {
                  "type": "string",
                  "enum": [
                    "holder",
                    "item",
                    "legal-basis",
                    "conditions"
                  ]
                }
              },
              "reason": {
                "type": "string",
                "minLength": 1,
                "maxLength": 1000
              },
              "classifiedBy": {
                "type": "string",
                "minLength": 1,
                "maxLength": 100
              }
            },
            "required": [
              "kind",
              "parts",
              "reason"
            ],
            "additionalProperties": false
          }
        },
        "disclosed": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "object",
            "properties": {
              "parts": {
                "type": "array",
                "minItems": 1,
                "maxItems": 4,
                "items": {
                  "type": "string",
                  "enum": [
                    "holder",
                    "item",
                    "legal-basis",
                    "conditions"
                  ]
                }
              },
              "ground": {
                "enum": [
                  "not-confidential",
                  "consent",
                  "public-interest"
                ]
              },
              "reason": {
                "type": "string",
                "minLength": 1,
                "maxLength": 1000
              }
            },
            "required": [
              "parts",
              "ground",
              "reason"
            ],
            "additionalProperties": false
          }
        }
      },
      "required": [
        "outcome",
        "reasons",
        "legalBasis"
      ],
      "additionalProperties": false
    }
  },
  "declare-relation": {
    "method": "POST",
    "path": "/api/officers/{account}/relations",
    "title": {
      "zh": "申报应当回避的关系",
      "en": "Declares whose matters an officer stands back from; open ones go to others"
    },
    "body": {
      "type": "object",
      "properties": {
        "creditCode": {
          "type": "string",
          "pattern": "^[0-9A-HJ-NPQRTUWXY]{18}$"
        },
        "personName": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        },
        "personAccount": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 300
        },
        "until": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    }
  },
  "decline-interested-party": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/interested-parties/{partyId}/refusal",
    "title": {
      "zh": "认定自行提出者不具有重大利益关系，并说明理由",
      "en": "Finds that no substantial interest of somebody who came forward is touched, with the reason"
    },
    "body": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    }
  },
  "draft-decision": {
    "method": "PUT",
    "path": "/api/cases/{caseNumber}/tracks/{item}/draft",
    "title": {
      "zh": "拟定决定文稿",
      "en": "Drafts the decision of a track"
    },
    "body": {
      "type": "object",
      "properties": {
        "outcome": {
          "enum": [
            "granted",
            "refused"
          ]
        },
        "reasons": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          }
        },
        "legalBasis": {
          "type": "array",
          "minItems": 1,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 300
          }
        },
        "conditions": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          }
        }
      },
      "required": [
        "outcome",
        "reasons",
        "legalBasis"
      ],
      "additionalProperties": false
    }
  },
  "end-special-procedure": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/special-procedures/{procedureId}/result",
    "title": {
      "zh": "结束特别程序",
      "en": "Records the result of a special procedure; the clock of the track runs on"
    },
    "body": {
      "type": "object",
      "properties": {
        "result": {
          "enum": [
            "favourable",
            "unfavourable",
            "inconclusive"
          ]
        },
        "conclusion": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        },
        "reportReceipt": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000
        }
      },
      "required": [
        "result",
        "conclusion",
        "reportReceipt"
      ],
      "additionalProperties": false
    }
  },
  "explain-delay": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/delay-reason",
    "title": {
      "zh": "公开说明超过承诺时限的理由",
      "en": "Gives in public the reason why a promised term was not kept"
    },
    "body": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    }
  },
  "extend-joint-term": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/extension",
    "title": {
      "zh": "批准延长联合办理期限（一次，届满前，并告知理由）",
      "en": "Approves the one extension of the joint term of a bundle before it is over, with its reason"
    },
    "body": {
      "type": "object",
      "properties": {
        "days": {
          "type": "integer",
          "minimum": 1,
          "maximum": 365
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        }
      },
      "required": [
        "days",
        "reason"
      ],
      "additionalProperties": false
    }
  },
  "extend-term": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/extension",
    "title": {
      "zh": "批准延长办理期限（一次，届满前，并告知理由）",
      "en": "Approves the one extension of a track’s statutory term before it is over, with its reason"
    },
    "body": {
      "type": "object",
      "properties": {
        "days": {
          "type": "integer",
          "minimum": 1,
          "maximum": 365
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        }
      },
      "required": [
        "days",
        "reason"
      ],
      "additionalProperties": false
    }
  },
  "give-department-opinion": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/consultation/opinion",
    "title": {
      "zh": "被征求意见部门答复（同意、附条件同意、不同意）",
      "en": "Answers for a department that was asked: agrees, agrees with conditions, or disagrees"
    },
    "body": {
      "type": "object",
      "properties": {
        "position": {
          "enum": [
            "agree",
            "agree-with-conditions",
            "disagree"
          ]
        },
        "conditions": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          }
        },
        "reasons": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          }
        },
        "legalBasis": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 300
          }
        }
      },
      "required": [
        "position",
        "conditions",
        "reasons",
        "legalBasis"
      ],
      "additionalProperties": false
    }
  },
  "hand-over-work": {
    "method": "POST",
    "path": "/api/officers/{account}/work-transfers",
    "title": {
      "zh": "移交一名承办人员的全部工作",
      "en": "Hands all work of an officer over; it goes on by itself, also after a crash"
    },
    "body": {
      "type": "object",
      "properties": {
        "to": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    }
  },
  "mark-green-lane": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/green-lane",
    "title": {
      "zh": "列入绿色通道",
      "en": "Puts a track first in the lists of its agency, with the reason"
    },
    "body": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        },
        "internalDue": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    }
  },
  "name-interested-party": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/interested-parties",
    "title": {
      "zh": "列入利害关系人（由审批人员，或者由其本人提出）",
      "en": "Names somebody whose substantial interests a track touches: the approver, or the party itself"
    },
    "body": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200
        },
        "interest": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        }
      },
      "required": [
        "name",
        "interest"
      ],
      "additionalProperties": false
    }
  },
  "protect-decision": {
    "method": "PUT",
    "path": "/api/cases/{caseNumber}/tracks/{item}/decision/protection",
    "title": {
      "zh": "变更决定不予公开的内容",
      "en": "Changes what is withheld from the publication of a decision, and says why"
    },
    "body": {
      "type": "object",
      "properties": {
        "protection": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "object",
            "properties": {
              "kind": {
                "enum": [
                  "trade-secret",
                  "personal-privacy",
                  "state-secret"
                ]
              },
              "parts": {
                "type": "array",
                "minItems": 0,
                "maxItems": 4,
                "items": {
                  "type": "string",
                  "enum": [
                    "holder",
                    "item",
                    "legal-basis",
                    "conditions"
                  ]
                }
              },
              "reason": {
                "type": "string",
                "minLength": 1,
                "maxLength": 1000
              },
              "classifiedBy": {
                "type": "string",
                "minLength": 1,
                "maxLength": 100
              }
            },
            "required": [
              "kind",
              "parts",
              "reason"
            ],
            "additionalProperties": false
          }
        },
        "disclosed": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "object",
            "properties": {
              "parts": {
                "type": "array",
                "minItems": 1,
                "maxItems": 4,
                "items": {
                  "type": "string",
                  "enum": [
                    "holder",
                    "item",
                    "legal-basis",
                    "conditions"
                  ]
                }
              },
              "ground": {
                "enum": [
                  "not-confidential",
                  "consent",
                  "public-interest"
                ]
              },
              "reason": {
                "type": "string",
                "minLength": 1,
                "maxLength": 1000
              }
            },
            "required": [
              "parts",
              "ground",
              "reason"
            ],
            "additionalProperties": false
          }
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        }
      },
      "required": [
        "protection",
        "reason"
      ],
      "additionalProperties": false
    }
  },
  "publish-officer": {
    "method": "PUT",
    "path": "/api/officers/{account}",
    "title": {
      "zh": "公布承办人员及其职权",
      "en": "Publishes an officer of an agency with competences and limit of open work"
    },
    "body": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        },
        "agency": {
          "type": "string",
          "maxLength": 80,
          "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
        },
        "competences": {
          "type": "array",
          "minItems": 0,
          "maxItems": 50,
          "items": {
            "type": "object",
            "properties": {
              "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 500,
                "items": {
                  "type": "string",
                  "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
                }
              },
              "acts": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {
                  "type": "string",
                  "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
                }
              },
              "since": {
                "type": "string",
                "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
              }
            },
            "required": [
              "acts",
              "since"
            ],
            "additionalProperties": false
          }
        },
        "roles": {
          "type": "array",
          "minItems": 1,
          "maxItems": 4,
          "items": {
            "type": "string",
            "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
          }
        },
        "limit": {
          "type": "integer",
          "minimum": 1,
          "maximum": 100000
        },
        "left": {
          "type": "boolean"
        }
      },
      "required": [
        "name",
        "agency",
        "competences"
      ],
      "additionalProperties": false
    }
  },
  "publish-process": {
    "method": "PUT",
    "path": "/api/processes/{code}",
    "title": {
      "zh": "发布事项的审批流程；办理中的事项沿用原版本",
      "en": "Publishes how the tracks of an item go through their stages; those that run keep their version"
    },
    "body": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200
        },
        "within": {
          "type": "object",
          "properties": {
            "unit": {
              "enum": [
                "working-day",
                "calendar-day"
              ]
            },
            "days": {
              "type": "integer",
              "minimum": 1,
              "maximum": 3650
            },
            "source": {
              "type": "string",
              "minLength": 1,
              "maxLength": 300
            }
          },
          "required": [
            "unit",
            "days",
            "source"
          ],
          "additionalProperties": false
        },
        "stages": {
          "type": "array",
          "minItems": 1,
          "maxItems": 60,
          "items": {
            "type": "object",
            "properties": {
              "code": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              },
              "name": {
                "type": "string",
                "minLength": 1,
                "maxLength": 100
              },
              "kind": {
                "enum": [
                  "first-review",
                  "review",
                  "check",
                  "consultation",
                  "inspection",
                  "expert-review",
                  "deliberation",
                  "publicity",
                  "draft",
                  "decision"
                ]
              },
              "role": {
                "enum": [
                  "approver",
                  "inspector",
                  "decision-officer",
                  "agency-head"
                ]
              },
              "agency": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              },
              "agencyName": {
                "type": "string",
                "minLength": 1,
                "maxLength": 200
              },
              "after": {
                "type": "array",
                "minItems": 0,
                "maxItems": 30,
                "items": {
                  "type": "string",
                  "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
                }
              },
              "join": {
                "enum": [
                  "all",
                  "any"
                ]
              },
              "atLeast": {
                "type": "integer",
                "minimum": 1,
                "maximum": 30
              },
              "when": {
                "type": "object",
                "additionalProperties": true
              },
              "workingDays": {
                "type": "integer",
                "minimum": 1,
                "maximum": 365
              },
              "reportsTo": {
                "type": "object",
                "properties": {
                  "agency": {
                    "type": "string",
                    "maxLength": 80,
                    "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
                  },
                  "agencyName": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200
                  },
                  "within": {
                    "type": "object",
                    "properties": {
                      "unit": {
                        "enum": [
                          "working-day",
                          "calendar-day"
                        ]
                      },
                      "days": {
                        "type": "integer",
                        "minimum": 1,
                        "maximum": 3650
                      },
                      "source": {
                        "type": "string",
                        "minLength": 1,
                        "maxLength": 300
                      }
                    },
                    "required": [
                      "unit",
                      "days",
                      "source"
                    ],
                    "additionalProperties": false
                  }
                },
                "required": [
                  "agency",
                  "agencyName",
                  "within"
                ],
                "additionalProperties": false
              },
              "inBatch": {
                "type": "boolean"
              }
            },
            "required": [
              "code",
              "name",
              "kind",
              "role",
              "after"
            ],
            "additionalProperties": false
          }
        },
        "returns": {
          "type": "array",
          "minItems": 0,
          "maxItems": 60,
          "items": {
            "type": "object",
            "properties": {
              "from": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              },
              "to": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              }
            },
            "required": [
              "from",
              "to"
            ],
            "additionalProperties": false
          }
        },
        "replaces": {
          "type": "integer",
          "minimum": 0,
          "maximum": 9007199254740991
        }
      },
      "required": [
        "name",
        "within",
        "stages",
        "returns"
      ],
      "additionalProperties": false
    }
  },
  "publish-quota": {
    "method": "PUT",
    "path": "/api/quotas/{item}",
    "title": {
      "zh": "公布事项的数量限制（按受理先后顺序决定）",
      "en": "Publishes how many permits of an item there are in a period; grants follow the order of acceptance"
    },
    "body": {
      "type": "object",
      "properties": {
        "from": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        },
        "until": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        },
        "limit": {
          "type": "integer",
          "minimum": 1,
          "maximum": 1000000
        },
        "documentNumber": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        }
      },
      "required": [
        "from",
        "until",
        "limit",
        "documentNumber"
      ],
      "additionalProperties": false
    }
  },
  "record-answers": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/answers",
    "title": {
      "zh": "登记环节条件所需的事实",
      "en": "Records what the condition of a stage turns on and nobody had answered"
    },
    "body": {
      "type": "object",
      "properties": {
        "answers": {
          "type": "object",
          "additionalProperties": true
        },
        "evidence": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        }
      },
      "required": [
        "answers",
        "evidence"
      ],
      "additionalProperties": false
    }
  },
  "record-checklist": {
    "method": "POST",
    "path": "/api/inspections/{inspectionId}/checklists/{item}",
    "title": {
      "zh": "填写踏勘检查表",
      "en": "Fills in the checklist of one item on site"
    },
    "body": {
      "type": "object",
      "properties": {
        "findings": {
          "type": "array",
          "minItems": 1,
          "maxItems": 100,
          "items": {
            "type": "object",
            "properties": {
              "point": {
                "type": "string",
                "maxLength": 80,
                "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
              },
              "result": {
                "enum": [
                  "met",
                  "not-met",
                  "corrected-on-the-spot"
                ]
              },
              "remark": {
                "type": "string",
                "minLength": 1,
                "maxLength": 1000
              }
            },
            "required": [
              "point",
              "result"
            ],
            "additionalProperties": false
          }
        }
      },
      "required": [
        "findings"
      ],
      "additionalProperties": false
    }
  },
  "record-leave": {
    "method": "POST",
    "path": "/api/officers/{account}/leave",
    "title": {
      "zh": "登记休假",
      "en": "Records a leave of an officer"
    },
    "body": {
      "type": "object",
      "properties": {
        "from": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        },
        "until": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 300
        }
      },
      "required": [
        "from",
        "until",
        "reason"
      ],
      "additionalProperties": false
    }
  },
  "record-licence-use": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/licence-use",
    "title": {
      "zh": "登记证照的首次使用（逾期未使用自行失效的事项）",
      "en": "Records the first use of a licence that its law lets lapse when it is not used in time"
    },
    "body": {
      "type": "object",
      "properties": {
        "usedOn": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        },
        "evidence": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        }
      },
      "required": [
        "usedOn",
        "evidence"
      ],
      "additionalProperties": false
    }
  },
  "record-node": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/nodes/{node}/result",
    "title": {
      "zh": "登记“一件事”中事项以外节点的结果",
      "en": "Records what came of a node of the bundle that is no item of the case"
    },
    "body": {
      "type": "object",
      "properties": {
        "outcome": {
          "enum": [
            "done",
            "failed",
            "not-needed"
          ]
        },
        "evidence": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        }
      },
      "required": [
        "outcome",
        "evidence"
      ],
      "additionalProperties": false
    }
  },
  "record-opinion": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/opinion",
    "title": {
      "zh": "提出审查意见",
      "en": "Records the reviewer’s opinion on a track"
    },
    "body": {
      "type": "object",
      "properties": {
        "recommendation": {
          "enum": [
            "grant",
            "refuse"
          ]
        },
        "grounds": {
          "type": "array",
          "minItems": 1,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          }
        }
      },
      "required": [
        "recommendation",
        "grounds"
      ],
      "additionalProperties": false
    }
  },
  "record-statement": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/statements",
    "title": {
      "zh": "陈述申辩（申请人或者利害关系人）",
      "en": "States the case of the applicant or of an interested party before the decision"
    },
    "body": {
      "type": "object",
      "properties": {
        "partyId": {
          "type": "string",
          "format": "uuid"
        },
        "kind": {
          "enum": [
            "statement",
            "waiver"
          ]
        },
        "text": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000
        }
      },
      "required": [
        "kind",
        "text"
      ],
      "additionalProperties": false
    }
  },
  "release-task": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/stages/{stage}/release",
    "title": {
      "zh": "退回任务",
      "en": "Gives a task back to the pool, with the reason"
    },
    "body": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    }
  },
  "reopen-track": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/reopening",
    "title": {
      "zh": "决定被复议或者判决撤销并责令重新作出：重新办理，期限重新起算",
      "en": "A decision was quashed and ordered to be made anew: the track is open again and its term begins anew"
    },
    "body": {
      "type": "object",
      "properties": {
        "kind": {
          "enum": [
            "reconsideration",
            "judgment"
          ]
        },
        "body": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200
        },
        "documentNumber": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        },
        "madeOn": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        },
        "effectiveOn": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        },
        "term": {
          "type": "object",
          "properties": {
            "unit": {
              "enum": [
                "working-day",
                "calendar-day"
              ]
            },
            "days": {
              "type": "integer",
              "minimum": 1,
              "maximum": 365
            }
          },
          "required": [
            "unit",
            "days"
          ],
          "additionalProperties": false
        },
        "documentReceipt": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000
        }
      },
      "required": [
        "kind",
        "body",
        "documentNumber",
        "madeOn",
        "effectiveOn",
        "documentReceipt"
      ],
      "additionalProperties": false
    }
  },
  "return-stage": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/stages/{stage}/return",
    "title": {
      "zh": "退回之前的环节",
      "en": "Sends a track back to an earlier stage"
    },
    "body": {
      "type": "object",
      "properties": {
        "to": {
          "type": "string",
          "maxLength": 80,
          "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        }
      },
      "required": [
        "to",
        "reason"
      ],
      "additionalProperties": false
    }
  },
  "review-draft": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/draft/review",
    "title": {
      "zh": "审核决定文稿（由拟稿人以外的人员）",
      "en": "Passes the draft of a decision, or sends it back with remarks; another officer than its author"
    },
    "body": {
      "type": "object",
      "properties": {
        "hash": {
          "type": "string",
          "pattern": "^[0-9a-f]{64}$"
        },
        "result": {
          "enum": [
            "approved",
            "returned"
          ]
        },
        "remarks": {
          "type": "array",
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          }
        }
      },
      "required": [
        "hash",
        "result",
        "remarks"
      ],
      "additionalProperties": false
    }
  },
  "revoke-authorisation": {
    "method": "POST",
    "path": "/api/officers/{account}/authorisations/{authorisationId}/revocation",
    "title": {
      "zh": "撤销授权或者委托",
      "en": "Revokes an authorisation or a delegation"
    },
    "body": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        }
      },
      "additionalProperties": false
    }
  },
  "sign-checklist": {
    "method": "POST",
    "path": "/api/inspections/{inspectionId}/checklists/{item}/signatures",
    "title": {
      "zh": "踏勘人员签字",
      "en": "Signs a filled-in checklist; every assigned inspector of the agency signs"
    }
  },
  "start-special-procedure": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/special-procedures",
    "title": {
      "zh": "启动特别程序",
      "en": "Starts a special procedure with its written notice; the clock of the track stands still"
    },
    "body": {
      "type": "object",
      "properties": {
        "procedure": {
          "enum": [
            "hearing",
            "tendering",
            "auction",
            "inspection-of-goods",
            "testing",
            "quarantine",
            "appraisal",
            "expert-review",
            "of-the-item"
          ]
        },
        "ownProcedure": {
          "type": "string",
          "maxLength": 80,
          "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        },
        "expectedWorkingDays": {
          "type": "integer",
          "minimum": 1,
          "maximum": 365
        },
        "carriedOutBy": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200
        },
        "costFen": {
          "type": "integer",
          "minimum": 0,
          "maximum": 9007199254740991
        }
      },
      "required": [
        "procedure",
        "reason",
        "expectedWorkingDays",
        "carriedOutBy"
      ],
      "additionalProperties": false
    }
  },
  "tell-interested-party": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/interested-parties/{partyId}/notice",
    "title": {
      "zh": "登记已书面告知利害关系人（送达回证），起算陈述申辩期限",
      "en": "Records how the notice reached an interested party; its term to state its case runs from there"
    },
    "body": {
      "type": "object",
      "properties": {
        "method": {
          "enum": [
            "window",
            "post",
            "electronic",
            "announcement"
          ]
        },
        "receivedBy": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200
        },
        "servedOn": {
          "type": "string",
          "pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"
        },
        "hearing": {
          "type": "boolean"
        }
      },
      "required": [
        "method",
        "receivedBy",
        "servedOn",
        "hearing"
      ],
      "additionalProperties": false
    }
  },
  "transfer-track": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/tracks/{item}/transfer",
    "title": {
      "zh": "下级机关完成初审，将初审意见和全部材料直接报送上级机关",
      "en": "Ends the first review and reports its opinion and all materials to the agency that decides"
    },
    "body": {
      "type": "object",
      "properties": {
        "recommendation": {
          "enum": [
            "grant",
            "refuse"
          ]
        },
        "grounds": {
          "type": "array",
          "minItems": 1,
          "maxItems": 20,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          }
        }
      },
      "required": [
        "recommendation",
        "grounds"
      ],
      "additionalProperties": false
    }
  },
  "withdraw-track": {
    "method": "POST",
    "path": "/api/cases/{caseNumber}/withdrawal",
    "title": {
      "zh": "申请人在决定作出前撤回事项或者整个办件",
      "en": "The applicant withdraws items that are not decided, or the whole case"
    },
    "body": {
      "type": "object",
      "properties": {
        "items": {
          "type": "array",
          "minItems": 1,
          "maxItems": 30,
          "items": {
            "type": "string",
            "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
          }
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    }
  }
} as const;
