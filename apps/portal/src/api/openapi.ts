// Generated from docs/openapi.json by npm run generate.

export interface paths {
    "/api/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 申请列表 Lists the applications that the asking person may see, newest first
         * @description 角色 Roles: applicant, window-clerk, auditor.
         */
        get: operations["intakeListApplications"];
        put?: never;
        /**
         * 提交申请 Files an application
         * @description 角色 Roles: applicant.
         */
        post: operations["intakeSubmitApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看一件申请 Shows one application to those whom it concerns
         * @description 角色 Roles: applicant, window-clerk, approver, inspector, decision-officer, agency-head, auditor.
         */
        get: operations["intakeFindApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{applicationId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 受理申请 Accepts an application
         * @description 角色 Roles: window-clerk.
         */
        post: operations["intakeAcceptApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{applicationId}/confidentiality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 申请人声明涉及商业秘密或者个人隐私、不宜公开的内容 Says which parts of the decision asked for are a trade secret or private, and why
         * @description 角色 Roles: applicant.
         */
        put: operations["intakeMarkConfidential"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{applicationId}/correction-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 一次性告知补正 Gives the one complete correction notice
         * @description 角色 Roles: window-clerk.
         */
        post: operations["intakeRequestCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{applicationId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交补正材料 Hands in the corrections
         * @description 角色 Roles: applicant.
         */
        post: operations["intakeResubmitApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{applicationId}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 统一出件 Hands out all results of an application at once
         * @description 角色 Roles: window-clerk.
         */
        post: operations["intakeDispatchResults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{applicationId}/files/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载材料文件 Gives out a file of an application to those whom it concerns */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{applicationId}/non-acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不予受理 Declines to accept an application, in writing and with reasons
         * @description 角色 Roles: window-clerk.
         */
        post: operations["intakeDeclineApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{applicationId}/papers/{paperNumber}/service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记送达回证 Records the service of a paper on an applicant, or corrects what was recorded of it
         * @description 角色 Roles: window-clerk.
         */
        post: operations["intakeServePaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{applicationId}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 好差评（一事一评） Rates the service, once for each application
         * @description 角色 Roles: applicant.
         */
        post: operations["intakeRateService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{applicationId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 受理前撤回申请 Withdraws an application before it is accepted
         * @description 角色 Roles: applicant.
         */
        post: operations["intakeWithdrawApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bundles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 检索“一件事” Searches the published bundles
         * @description 公开 Open to the public.
         */
        get: operations["intakeListBundles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bundles/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看“一件事” Shows a bundle with the guides of its items
         * @description 公开 Open to the public.
         */
        get: operations["intakeFindBundle"];
        /**
         * 发布或更新“一件事” Publishes a bundle of items that are one thing to the applicant
         * @description 角色 Roles: administrator.
         */
        put: operations["intakePublishBundle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bundles/{code}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看“一件事”草稿及其尚缺内容 Shows the draft of a bundle with what it still lacks
         * @description 角色 Roles: administrator.
         */
        get: operations["intakeFindBundleDraft"];
        /**
         * 保存“一件事”草稿 Saves the draft of a bundle
         * @description 角色 Roles: administrator.
         */
        put: operations["intakeSaveBundleDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bundles/{code}/draft/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发布审核通过的“一件事”草稿 Publishes a reviewed draft as the next edition of a bundle
         * @description 角色 Roles: administrator.
         */
        post: operations["intakePublishBundleDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bundles/{code}/draft/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审核“一件事”草稿 Approves or returns the draft of a bundle, which is not one's own
         * @description 角色 Roles: administrator.
         */
        post: operations["intakeReviewBundleDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bundles/{code}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * “一件事”的历次版本及两版对比 Lists the editions of a bundle and compares two of them
         * @description 公开 Open to the public.
         */
        get: operations["intakeListBundleEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看年度工作日历及其依据 Shows the working calendar of a year and the notices it rests on
         * @description 公开 Open to the public.
         */
        get: operations["intakeFindCalendar"];
        /**
         * 发布或更正年度工作日历 Publishes the working calendar of a year, or an edition that amends it
         * @description 角色 Roles: administrator.
         */
        put: operations["intakePublishCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 办件列表 Lists the cases that the asking person may see, newest first
         * @description 角色 Roles: applicant, window-clerk, approver, inspector, decision-officer, agency-head, government-head, auditor.
         */
        get: operations["approvalListCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看办件进度 Shows a case with its parallel tracks, clocks, inspections and decisions
         * @description 角色 Roles: applicant, window-clerk, approver, inspector, decision-officer, agency-head, government-head, auditor.
         */
        get: operations["approvalFindCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 订阅办件进度 Follows a case: at once and on each change
         * @description Server-sent events. `progress` carries a FindCaseReply, `refused` a Problem after which the stream ends. Heartbeats are comments.
         */
        get: operations["followCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批准延长联合办理期限（一次，届满前，并告知理由） Approves the one extension of the joint term of a bundle before it is over, with its reason
         * @description 角色 Roles: government-head.
         */
        post: operations["approvalExtendJointTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 安排联合踏勘 Arranges one joint inspection for several tracks
         * @description 角色 Roles: approver.
         */
        post: operations["approvalArrangeInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/nodes/{node}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记“一件事”中事项以外节点的结果 Records what came of a node of the bundle that is no item of the case
         * @description 角色 Roles: window-clerk, approver, decision-officer, agency-head.
         */
        post: operations["approvalRecordNode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记环节条件所需的事实 Records what the condition of a stage turns on and nobody had answered
         * @description 角色 Roles: approver, decision-officer.
         */
        post: operations["approvalRecordAnswers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/consultation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看征求意见情况 Shows what departments were asked about a track and what they answered
         * @description 角色 Roles: approver, inspector, decision-officer, agency-head, supervisor, auditor.
         */
        get: operations["approvalFindConsultation"];
        put?: never;
        /**
         * 征求部门意见（不停止法定计时） Asks departments for their opinion on a track; the statutory clock runs on
         * @description 角色 Roles: approver.
         */
        post: operations["approvalConsultDepartments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/consultation/opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 被征求意见部门答复（同意、附条件同意、不同意） Answers for a department that was asked: agrees, agrees with conditions, or disagrees
         * @description 角色 Roles: approver, supervisor.
         */
        post: operations["approvalGiveDepartmentOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作出许可决定 Decides a track in the name of its agency
         * @description 角色 Roles: decision-officer, agency-head.
         */
        post: operations["approvalDecideTrack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/decision/protection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 变更决定不予公开的内容 Changes what is withheld from the publication of a decision, and says why
         * @description 角色 Roles: decision-officer, agency-head.
         */
        put: operations["approvalProtectDecision"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/delay-reason": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 公开说明超过承诺时限的理由 Gives in public the reason why a promised term was not kept
         * @description 角色 Roles: approver, decision-officer, agency-head.
         */
        post: operations["approvalExplainDelay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 拟定决定文稿 Drafts the decision of a track
         * @description 角色 Roles: approver.
         */
        put: operations["approvalDraftDecision"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/draft/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审核决定文稿（由拟稿人以外的人员） Passes the draft of a decision, or sends it back with remarks; another officer than its author
         * @description 角色 Roles: approver, decision-officer, agency-head.
         */
        post: operations["approvalReviewDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批准延长办理期限（一次，届满前，并告知理由） Approves the one extension of a track’s statutory term before it is over, with its reason
         * @description 角色 Roles: agency-head, government-head.
         */
        post: operations["approvalExtendTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/green-lane": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 列入绿色通道 Puts a track first in the lists of its agency, with the reason
         * @description 角色 Roles: agency-head.
         */
        post: operations["approvalMarkGreenLane"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/interested-parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看利害关系人和陈述申辩 Shows the interested parties of a track and what was stated
         * @description 角色 Roles: approver, inspector, decision-officer, agency-head, auditor, applicant.
         */
        get: operations["approvalFindInterestedParties"];
        put?: never;
        /**
         * 列入利害关系人（由审批人员，或者由其本人提出） Names somebody whose substantial interests a track touches: the approver, or the party itself
         * @description 角色 Roles: approver, applicant.
         */
        post: operations["approvalNameInterestedParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/interested-parties/{partyId}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记已书面告知利害关系人（送达回证），起算陈述申辩期限 Records how the notice reached an interested party; its term to state its case runs from there
         * @description 角色 Roles: approver.
         */
        post: operations["approvalTellInterestedParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/interested-parties/{partyId}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 认定自行提出者不具有重大利益关系，并说明理由 Finds that no substantial interest of somebody who came forward is touched, with the reason
         * @description 角色 Roles: approver.
         */
        post: operations["approvalDeclineInterestedParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/licence-use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记证照的首次使用（逾期未使用自行失效的事项） Records the first use of a licence that its law lets lapse when it is not used in time
         * @description 角色 Roles: approver.
         */
        post: operations["approvalRecordLicenceUse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提出审查意见 Records the reviewer’s opinion on a track
         * @description 角色 Roles: approver.
         */
        post: operations["approvalRecordOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 决定被复议或者判决撤销并责令重新作出：重新办理，期限重新起算 A decision was quashed and ordered to be made anew: the track is open again and its term begins anew
         * @description 角色 Roles: agency-head, decision-officer.
         */
        post: operations["approvalReopenTrack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/special-procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 启动特别程序 Starts a special procedure with its written notice; the clock of the track stands still
         * @description 角色 Roles: approver.
         */
        post: operations["approvalStartSpecialProcedure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/special-procedures/{procedureId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束特别程序 Records the result of a special procedure; the clock of the track runs on
         * @description 角色 Roles: approver.
         */
        post: operations["approvalEndSpecialProcedure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/stages/{stage}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 指派任务 Assigns a task to an officer who may have it
         * @description 角色 Roles: agency-head.
         */
        post: operations["approvalAssignTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/stages/{stage}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 领取任务 Claims a task from the pool; of two at once one has it
         * @description 角色 Roles: approver, decision-officer, inspector, agency-head.
         */
        post: operations["approvalClaimTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/stages/{stage}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办结一个环节 Ends a stage of a track that has no act of its own
         * @description 角色 Roles: approver, inspector, decision-officer, agency-head.
         */
        post: operations["approvalCompleteStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/stages/{stage}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回任务 Gives a task back to the pool, with the reason
         * @description 角色 Roles: approver, decision-officer, inspector, agency-head.
         */
        post: operations["approvalReleaseTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/stages/{stage}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回之前的环节 Sends a track back to an earlier stage
         * @description 角色 Roles: approver, inspector, decision-officer, agency-head.
         */
        post: operations["approvalReturnStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 陈述申辩（申请人或者利害关系人） States the case of the applicant or of an interested party before the decision
         * @description 角色 Roles: approver, applicant.
         */
        post: operations["approvalRecordStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/tracks/{item}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 下级机关完成初审，将初审意见和全部材料直接报送上级机关 Ends the first review and reports its opinion and all materials to the agency that decides
         * @description 角色 Roles: approver, decision-officer, agency-head.
         */
        post: operations["approvalTransferTrack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseNumber}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请人在决定作出前撤回事项或者整个办件 The applicant withdraws items that are not decided, or the whole case
         * @description 角色 Roles: applicant, window-clerk.
         */
        post: operations["approvalWithdrawTrack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 分段导出事项目录 Exports the catalogue part by part, in the format in which it is imported
         * @description 角色 Roles: administrator.
         */
        get: operations["intakeExportCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导入事项目录：整体校验，整体生效或不生效，可试运行 Imports a catalogue: judged as a whole, taken whole or not at all, or only tried
         * @description 角色 Roles: administrator.
         */
        post: operations["intakeImportCatalogue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue-imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看目录导入报告：改动、问题所在行和字段 Shows the report of an import: what changes, and every fault with row and field
         * @description 角色 Roles: administrator.
         */
        get: operations["intakeFindImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consultations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本部门被征求意见的事项列表 Lists what the department of the asking officer was asked about, newest first
         * @description 角色 Roles: approver, supervisor.
         */
        get: operations["approvalListConsultations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 准予行政许可决定公示 Lists the granted decisions, newest first, for anybody to read
         * @description 公开 Open to the public.
         */
        get: operations["intakeListDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看一件公开的准予行政许可决定 Shows one published decision with its basis and conditions, for anybody to read
         * @description 公开 Open to the public.
         */
        get: operations["intakeFindDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments/{department}/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 推送决定列表 Lists the decisions handed over to a department, newest first
         * @description 角色 Roles: supervisor, auditor.
         */
        get: operations["supervisionListHandovers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments/{department}/handovers/{handoverId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看推送的决定 Shows one handed-over decision to its department
         * @description 角色 Roles: supervisor, auditor.
         */
        get: operations["supervisionFindHandover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments/{department}/handovers/{handoverId}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 监管部门签收 Acknowledges a handed-over decision for the supervising department
         * @description 角色 Roles: supervisor.
         */
        post: operations["supervisionAcknowledgeHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments/{department}/supervised-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 部门的事项：审批、监管或已划出的，及现在由谁审批 Lists the items that a department decides on, supervises, or decided on before, with who decides now
         * @description 角色 Roles: supervisor, auditor.
         */
        get: operations["supervisionListItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传文件 Uploads one file and answers with its receipt
         * @description 文件类型按内容识别。命令中只提交回执。 The type is what the bytes show; commands carry only the receipt.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guidance/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看情形引导 Shows the questions that lead to an item or a bundle
         * @description 公开 Open to the public.
         */
        get: operations["intakeFindGuidance"];
        /**
         * 发布或更新情形引导 Publishes the questions that lead to an item or a bundle
         * @description 角色 Roles: administrator.
         */
        put: operations["intakePublishGuidance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guidance/{code}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按回答给出下一个问题，或能否办理、所需材料、时限和费用 Answers with the next question, or with what is needed, how long it takes and what it costs
         * @description 公开 Open to the public.
         */
        post: operations["intakeFollowGuidance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspectionId}/checklists/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 填写踏勘检查表 Fills in the checklist of one item on site
         * @description 角色 Roles: inspector.
         */
        post: operations["approvalRecordChecklist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspectionId}/checklists/{item}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 踏勘人员签字 Signs a filled-in checklist; every assigned inspector of the agency signs
         * @description 角色 Roles: inspector.
         */
        post: operations["approvalSignChecklist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 检索政务服务事项 Searches the published service items
         * @description 公开 Open to the public.
         */
        get: operations["intakeListItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看办事指南 Shows the guide of a service item
         * @description 公开 Open to the public.
         */
        get: operations["intakeFindItem"];
        /**
         * 发布或更新政务服务事项 Publishes a service item or a new edition of it
         * @description 角色 Roles: administrator.
         */
        put: operations["intakePublishItem"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{code}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看事项草稿及其尚缺内容 Shows the draft of a service item with what it still lacks
         * @description 角色 Roles: administrator.
         */
        get: operations["intakeFindDraft"];
        /**
         * 保存事项草稿 Saves the draft of a service item
         * @description 角色 Roles: administrator.
         */
        put: operations["intakeSaveDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{code}/draft/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发布审核通过的草稿，即日或定期施行 Publishes a reviewed draft as the next version, in force at once or from a day on
         * @description 角色 Roles: administrator.
         */
        post: operations["intakePublishDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{code}/draft/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审核事项草稿 Approves or returns the draft of a service item, which is not one's own
         * @description 角色 Roles: administrator.
         */
        post: operations["intakeReviewDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{code}/guide.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印办事指南 The guide of an item as PDF, of today or of any earlier day */
        get: operations["printGuide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** 办事指南是否有变化 Tells whether a guide has changed */
        head: operations["headOfGuide"];
        patch?: never;
        trace?: never;
    };
    "/api/items/{code}/implementations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事项在各地的实施清单、通办范围和三级四同核对 Lists where an item is handled, from where people may come, and what is out of step
         * @description 公开 Open to the public.
         */
        get: operations["intakeListImplementations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{code}/power-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 权力事项划转、下放、承接、取消 Transfers, delegates, undertakes or cancels the power behind an item, from a day on
         * @description 角色 Roles: administrator.
         */
        post: operations["intakeChangePower"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{code}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事项的历次版本及两版对比 Lists the versions of a service item and compares two of them
         * @description 公开 Open to the public.
         */
        get: operations["intakeListVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{code}/versions/{version}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回已发布、尚未施行的版本 Takes back a published version whose day has not come
         * @description 角色 Roles: administrator.
         */
        post: operations["intakeWithdrawVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{item}/implementations/{district}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 发布事项在一地的实施清单，即日或定期施行 Publishes how a district handles an item, in force at once or from a day on
         * @description 角色 Roles: administrator.
         */
        put: operations["intakePublishImplementation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{item}/implementations/{district}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事项在一地的历次实施清单及两版对比 Lists the editions of how a district handles an item and compares two of them
         * @description 公开 Open to the public.
         */
        get: operations["intakeListImplementationEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{item}/implementations/{district}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 事项在一地停止实施，即日或定期生效 Ends the handling of an item in a district, at once or from a day on
         * @description 角色 Roles: administrator.
         */
        post: operations["intakeEndImplementation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/licences/{licenceNumber}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公开核验证照 Lets anybody verify a licence by its number and printed code
         * @description 公开 Open to the public.
         */
        get: operations["approvalVerifyLicence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的材料库 Lists the files that the asking applicant may use again
         * @description 角色 Roles: applicant.
         */
        get: operations["intakeListLocker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locker/{lockerFile}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载材料库文件 Gives out a file of the own locker */
        get: operations["downloadLockerFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 中介机构名录 Lists the agencies of the market by name
         * @description 公开 Open to the public.
         */
        get: operations["intermediaryMarketListAgencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/agencies/{creditCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看中介机构 Shows an agency to the public: qualifications, record, ratings
         * @description 公开 Open to the public.
         */
        get: operations["intermediaryMarketFindAgency"];
        /**
         * 中介机构承诺入驻 An agency enters the market on its own commitment, or renews what it declared
         * @description 角色 Roles: intermediary.
         */
        put: operations["intermediaryMarketRegisterAgency"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/agencies/{creditCode}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 恢复中介机构报名资格 An agency may sign up again
         * @description 角色 Roles: market-operator.
         */
        post: operations["intermediaryMarketReinstateAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/agencies/{creditCode}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 暂停中介机构报名资格 An agency may not sign up until it is reinstated
         * @description 角色 Roles: market-operator.
         */
        post: operations["intermediaryMarketSuspendAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的中介服务需求 The reports that the asking enterprise's applications lack
         * @description 角色 Roles: applicant.
         */
        get: operations["intermediaryMarketListNeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 中介服务项目列表 Lists the projects of the market, newest first
         * @description 公开 Open to the public.
         */
        get: operations["intermediaryMarketListProjects"];
        put?: never;
        /**
         * 发布中介服务项目 Publishes a project: notice, sign-up term, committed seed, named public value
         * @description 角色 Roles: applicant.
         */
        post: operations["intermediaryMarketPublishProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看中介服务项目 Shows a project; who signed up is known to nobody before closing
         * @description 公开 Open to the public.
         */
        get: operations["intermediaryMarketFindProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/award/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 放弃中选 The awarded agency gives up; the next of the draw moves up, and giving up without a reason is on record
         * @description 角色 Roles: intermediary.
         */
        post: operations["intermediaryMarketGiveUpAward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消或废置项目 The owner takes a project back before closing, or an operator annuls it before a contract
         * @description 角色 Roles: applicant, market-operator.
         */
        post: operations["intermediaryMarketCancelProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交合同 The awarded agency confirms and hands in the contract that it signed
         * @description 角色 Roles: intermediary.
         */
        post: operations["intermediaryMarketProposeContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/contract/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回合同 The owner sends the contract back with the reason
         * @description 角色 Roles: applicant.
         */
        post: operations["intermediaryMarketReturnContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/contract/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签订合同 The owner signs the contract; the term for the report begins
         * @description 角色 Roles: applicant.
         */
        post: operations["intermediaryMarketSignContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/draw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 抽取文件 The draw file of a project, from which anybody computes the draw again
         * @description 公开 Open to the public.
         */
        get: operations["intermediaryMarketFindDraw"];
        put?: never;
        /**
         * 复核公开数值并抽取 Another officer reads the value again and enters it; where both agree, the draw and the award follow at once
         * @description 角色 Roles: market-operator.
         */
        post: operations["intermediaryMarketConfirmPublicValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/exclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 排除已报名机构并公布理由 Takes an agency off the frozen list, with reasons, before the public value can be known
         * @description 角色 Roles: market-operator.
         */
        post: operations["intermediaryMarketExcludeAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/files/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载中介服务合同、成果 Gives out contract or report of a project to its owner, the awarded agency and the operators */
        get: operations["downloadProjectFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/public-value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 录入公开数值 One officer enters the public value that the notice names
         * @description 角色 Roles: market-operator.
         */
        post: operations["intermediaryMarketEnterPublicValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 双向评价 Owner and agency rate each other, once each
         * @description 角色 Roles: applicant, intermediary.
         */
        post: operations["intermediaryMarketRateCounterpart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 交付成果 The awarded agency delivers the report; it goes to the application by itself
         * @description 角色 Roles: intermediary.
         */
        post: operations["intermediaryMarketDeliverReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 报名 An agency signs up for a project; nobody else learns of it before closing
         * @description 角色 Roles: intermediary.
         */
        post: operations["intermediaryMarketSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/projects/{projectNumber}/sign-up/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回报名 An agency takes its sign-up back, until closing
         * @description 角色 Roles: intermediary.
         */
        post: operations["intermediaryMarketWithdrawSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 中介服务事项清单 The list of mandated reports; what is not on it may not be asked for
         * @description 公开 Open to the public.
         */
        get: operations["intermediaryMarketListServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/services/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 发布中介服务事项 Puts a mandated report on the city's list, or a new edition of it
         * @description 角色 Roles: market-operator.
         */
        put: operations["intermediaryMarketPublishService"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/officers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 承办人员名册 Lists the officers of an agency with their work
         * @description 角色 Roles: administrator, agency-head, auditor, approver, decision-officer.
         */
        get: operations["approvalListOfficers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/officers/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 公布承办人员及其职权 Publishes an officer of an agency with competences and limit of open work
         * @description 角色 Roles: administrator, agency-head.
         */
        put: operations["approvalPublishOfficer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/officers/{account}/authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 授权首席代表，或者委托其他承办人员 Authorises a chief representative, or delegates one’s own authority for a period
         * @description 角色 Roles: agency-head, decision-officer, approver.
         */
        post: operations["approvalAuthoriseOfficer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/officers/{account}/authorisations/{authorisationId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销授权或者委托 Revokes an authorisation or a delegation
         * @description 角色 Roles: agency-head, decision-officer, approver.
         */
        post: operations["approvalRevokeAuthorisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/officers/{account}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记休假 Records a leave of an officer
         * @description 角色 Roles: agency-head, administrator.
         */
        post: operations["approvalRecordLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/officers/{account}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申报应当回避的关系 Declares whose matters an officer stands back from; open ones go to others
         * @description 角色 Roles: agency-head, decision-officer, approver, inspector.
         */
        post: operations["approvalDeclareRelation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/officers/{account}/work-transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 移交一名承办人员的全部工作 Hands all work of an officer over; it goes on by itself, also after a crash
         * @description 角色 Roles: agency-head.
         */
        post: operations["approvalHandOverWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/approval/{participant}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本服务的时钟与下一个期限 The clock of this service and its next deadline
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["approvalClockState"];
        /**
         * 拨动模拟时钟（仅演示与测试） Move the simulated clock (demonstration and test only)
         * @description 角色 Roles: administrator.
         */
        put: operations["approvalSetClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/approval/{participant}/effects/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 主机时钟跳变后恢复记录法定效果 Record legal effects again after the clock of the host has jumped
         * @description 角色 Roles: administrator.
         */
        post: operations["approvalResumeEffects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/approval/{participant}/journal-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 日志、发送、接收与积压的计数 Counts of the journal, its delivery and its backlog
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["approvalJournalFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/approval/{participant}/journal-trace/{correlation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一件事在本服务留下的全部记录 Every entry that one matter left in this journal
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["approvalJournalTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/approval/{participant}/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 搁置的消息及其原因 Messages that were set aside, with the reason
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["approvalListParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/approval/{participant}/parked/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新处理搁置的消息 Handle a parked message again
         * @description 角色 Roles: administrator.
         */
        post: operations["approvalRetryParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/intake/{participant}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本服务的时钟与下一个期限 The clock of this service and its next deadline
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["intakeClockState"];
        /**
         * 拨动模拟时钟（仅演示与测试） Move the simulated clock (demonstration and test only)
         * @description 角色 Roles: administrator.
         */
        put: operations["intakeSetClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/intake/{participant}/effects/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 主机时钟跳变后恢复记录法定效果 Record legal effects again after the clock of the host has jumped
         * @description 角色 Roles: administrator.
         */
        post: operations["intakeResumeEffects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/intake/{participant}/journal-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 日志、发送、接收与积压的计数 Counts of the journal, its delivery and its backlog
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["intakeJournalFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/intake/{participant}/journal-trace/{correlation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一件事在本服务留下的全部记录 Every entry that one matter left in this journal
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["intakeJournalTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/intake/{participant}/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 搁置的消息及其原因 Messages that were set aside, with the reason
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["intakeListParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/intake/{participant}/parked/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新处理搁置的消息 Handle a parked message again
         * @description 角色 Roles: administrator.
         */
        post: operations["intakeRetryParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/intermediary-market/{participant}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本服务的时钟与下一个期限 The clock of this service and its next deadline
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["intermediaryMarketClockState"];
        /**
         * 拨动模拟时钟（仅演示与测试） Move the simulated clock (demonstration and test only)
         * @description 角色 Roles: administrator.
         */
        put: operations["intermediaryMarketSetClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/intermediary-market/{participant}/effects/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 主机时钟跳变后恢复记录法定效果 Record legal effects again after the clock of the host has jumped
         * @description 角色 Roles: administrator.
         */
        post: operations["intermediaryMarketResumeEffects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/intermediary-market/{participant}/journal-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 日志、发送、接收与积压的计数 Counts of the journal, its delivery and its backlog
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["intermediaryMarketJournalFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/intermediary-market/{participant}/journal-trace/{correlation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一件事在本服务留下的全部记录 Every entry that one matter left in this journal
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["intermediaryMarketJournalTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/intermediary-market/{participant}/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 搁置的消息及其原因 Messages that were set aside, with the reason
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["intermediaryMarketListParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/intermediary-market/{participant}/parked/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新处理搁置的消息 Handle a parked message again
         * @description 角色 Roles: administrator.
         */
        post: operations["intermediaryMarketRetryParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/supervision/{participant}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本服务的时钟与下一个期限 The clock of this service and its next deadline
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["supervisionClockState"];
        /**
         * 拨动模拟时钟（仅演示与测试） Move the simulated clock (demonstration and test only)
         * @description 角色 Roles: administrator.
         */
        put: operations["supervisionSetClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/supervision/{participant}/effects/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 主机时钟跳变后恢复记录法定效果 Record legal effects again after the clock of the host has jumped
         * @description 角色 Roles: administrator.
         */
        post: operations["supervisionResumeEffects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/supervision/{participant}/journal-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 日志、发送、接收与积压的计数 Counts of the journal, its delivery and its backlog
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["supervisionJournalFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/supervision/{participant}/journal-trace/{correlation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一件事在本服务留下的全部记录 Every entry that one matter left in this journal
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["supervisionJournalTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/supervision/{participant}/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 搁置的消息及其原因 Messages that were set aside, with the reason
         * @description 角色 Roles: auditor, administrator.
         */
        get: operations["supervisionListParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/supervision/{participant}/parked/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新处理搁置的消息 Handle a parked message again
         * @description 角色 Roles: administrator.
         */
        post: operations["supervisionRetryParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/paper-verifications/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公开核验文书 Lets anybody verify an official paper by its number and printed code
         * @description 公开 Open to the public.
         */
        get: operations["intakeVerifyPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/{number}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正文书的文字差错 Corrects clerical errors of a paper; the original stays on file
         * @description 角色 Roles: decision-officer, window-clerk.
         */
        post: operations["intakeCorrectPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/{number}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载文书 An official paper as PDF, for whom it concerns or by number and code
         * @description 凭登录，或凭文书编号和核验码（印在文书上）或申请的查询码。 With a session, or with the number and the code of the paper or the query code of the application; a wrong number and a wrong code are one refusal.
         */
        get: operations["printPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * 文书是否可取、是否有变化 Tells whether a paper is there, and its tag
         * @description 凭登录，或凭文书编号和核验码（印在文书上）或申请的查询码。 With a session, or with the number and the code of the paper or the query code of the application; a wrong number and a wrong code are one refusal.
         */
        head: operations["headOfPaper"];
        patch?: never;
        trace?: never;
    };
    "/api/papers/{number}/service-record.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载送达回证 The record of a paper's service as PDF
         * @description 凭登录，或凭文书编号和核验码（印在文书上）或申请的查询码。 With a session, or with the number and the code of the paper or the query code of the application; a wrong number and a wrong code are one refusal.
         */
        get: operations["printServiceRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/powers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 部门权责清单及可索要的证明事项 Lists the powers and duties of an agency, with the certificates that it may ask for
         * @description 公开 Open to the public.
         */
        get: operations["intakeListPowers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 审批流程列表 Lists the processes in force, by the code of their items
         * @description 公开 Open to the public.
         */
        get: operations["approvalListProcesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看事项的审批流程和流程图 Shows the process of an item with its diagram, now or in an earlier version
         * @description 公开 Open to the public.
         */
        get: operations["approvalFindProcess"];
        /**
         * 发布事项的审批流程；办理中的事项沿用原版本 Publishes how the tracks of an item go through their stages; those that run keep their version
         * @description 角色 Roles: administrator.
         */
        put: operations["approvalPublishProcess"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progress/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 凭编号和查询码查看申请进度 Shows the progress of an application to whoever has its number and query code
         * @description 公开 Open to the public.
         */
        post: operations["intakeFollowApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progress/applications/explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 说明申请阶段的期限如何得出 Explains how a date before acceptance came about, day by day
         * @description 公开 Open to the public.
         */
        post: operations["intakeExplainDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progress/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 凭办件编号和查询码查看办件进度 Shows the progress of a case to whoever has its number and query code
         * @description 公开 Open to the public.
         */
        post: operations["approvalFollowCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progress/cases/explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 说明办件的期限如何得出 Explains how a date of a track came about, day by day
         * @description 公开 Open to the public.
         */
        post: operations["approvalExplainDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progress/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 订阅申请和办件进度 Follows an application and its case: at once and on each change
         * @description Server-sent events, for number and query code or a session. `progress` carries `application` (a FollowApplicationReply) and, once it is accepted, `case` (a FollowCaseReply); `refused` a Problem after which the stream ends. Heartbeats are comments.
         */
        post: operations["followMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 有数量限制的事项列表 Lists the items of which the number of permits is limited
         * @description 角色 Roles: applicant, window-clerk, approver, decision-officer, agency-head, supervisor, auditor, administrator.
         */
        get: operations["approvalListQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotas/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看事项的数量限制、剩余数量和受理先后顺序 Shows how many permits of an item there are in each period, how many are left, and the order of acceptance
         * @description 角色 Roles: applicant, window-clerk, approver, decision-officer, agency-head, supervisor, auditor, administrator.
         */
        get: operations["approvalFindQuota"];
        /**
         * 公布事项的数量限制（按受理先后顺序决定） Publishes how many permits of an item there are in a period; grants follow the order of acceptance
         * @description 角色 Roles: administrator.
         */
        put: operations["approvalPublishQuota"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前登录人 Tells who is signed in */
        get: operations["whoAmI"];
        put?: never;
        /** 登录 Opens a session of eight hours */
        post: operations["signIn"];
        /** 退出登录 Ends the session */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/synonyms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看事项检索的同义词、简称表 Shows the synonyms and abbreviations by which items are searched
         * @description 公开 Open to the public.
         */
        get: operations["intakeFindSynonyms"];
        /**
         * 发布事项检索的同义词、简称表 Publishes the synonyms and abbreviations by which items are searched
         * @description 角色 Roles: administrator.
         */
        put: operations["intakePublishSynonyms"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 任务列表 Lists what is to be done, most urgent first
         * @description 角色 Roles: approver, decision-officer, inspector, agency-head.
         */
        get: operations["approvalListTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量领取或者指派任务，逐件判断 Claims or assigns many tasks at once, each judged alone
         * @description 角色 Roles: approver, decision-officer, inspector, agency-head.
         */
        post: operations["approvalClaimTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量办结环节，逐件判断；仅流程允许的形式审查可批量准予，不予许可须逐件说明理由 Ends many stages at once, each judged alone; grants only where the process allows it, refusals never
         * @description 角色 Roles: approver, decision-officer, inspector, agency-head.
         */
        post: operations["approvalCompleteStages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/work-transfers/{transferId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看工作移交 Shows how far a transfer of work has come
         * @description 角色 Roles: agency-head, administrator, approver, decision-officer, inspector.
         */
        get: operations["approvalFindWorkTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptApplicationReply: {
            acceptedAt: string;
            caseNumber: string;
            receiptNumber: string;
            tracks: components["schemas"]["TrackDue"][];
        };
        AcceptedNode: {
            department?: string;
            id: string;
            item?: string;
            /** @enum {unknown} */
            kind: "item" | "data-check" | "technical-review" | "intermediary" | "joint" | "external" | "follow-up";
            name: string;
            optional?: boolean;
            stage?: string;
        };
        AcceptedPlan: {
            edges: components["schemas"]["EdgeOfBundle"][];
            nodes: components["schemas"]["AcceptedNode"][];
            stages?: components["schemas"]["StageOfBundle"][];
        };
        AcknowledgeHandoverReply: {
            acknowledgedAt: string;
        };
        ActorOfEntry: {
            department?: string;
            id: string;
            /** @enum {unknown} */
            kind: "person" | "service" | "law";
            name?: string;
            organisation?: string;
            organisationName?: string;
            region?: string;
            roles?: string[];
        };
        AgencyChoice: {
            code: string;
            name: string;
        };
        AgencyQualification: {
            code: string;
            number: string;
            scope: string;
            validFrom: string;
            validUntil?: string;
        };
        AgencyQualificationInput: {
            code: string;
            number: string;
            scope: string;
            validFrom: string;
            validUntil?: string;
        };
        AgencyRecord: {
            at: string;
            /** @enum {unknown} */
            kind: "award-given-up" | "contract-overdue" | "report-late";
            projectNumber: string;
        };
        AgencyRow: {
            creditCode: string;
            name: string;
            /** @enum {unknown} */
            status: "registered" | "suspended";
        };
        AgencyScores: {
            attitude: number;
            count: number;
            price: number;
            quality: number;
            timeliness: number;
        };
        AgencySuspension: {
            reason: string;
            since: string;
        };
        AnswerRemark: {
            explanation: string;
            field: string;
        };
        AnswerRemarkInput: {
            explanation: string;
            field: string;
        };
        AppealRoutes: {
            court: string;
            litigationTerm: string;
            reconsiderationBody: string;
            reconsiderationTerm: string;
        };
        AppealUntil: {
            litigation: components["schemas"]["DueDate"];
            reconsideration: components["schemas"]["DueDate"];
        };
        ApplicantOrganisation: {
            creditCode: string;
            name: string;
        };
        ApplicantOrganisationInput: {
            creditCode: string;
            name: string;
        };
        ApplicationRow: {
            applicantName: string;
            /** Format: uuid */
            applicationId: string;
            applicationNumber: string;
            caseNumber?: string;
            receivedAt: string;
            /** @enum {unknown} */
            status: "submitted" | "awaiting-correction" | "corrected" | "accepted" | "decided" | "dispatched" | "declined" | "withdrawn" | "returned";
        };
        ArrangeInspectionReply: {
            /** Format: uuid */
            inspectionId: string;
        };
        AskedQuestion: {
            en: string;
            helpEn?: string;
            helpZh?: string;
            id: string;
            /** @enum {unknown} */
            kind: "single" | "multiple" | "number";
            maximum?: number;
            minimum?: number;
            options?: components["schemas"]["GuidingOption"][];
            unit?: string;
            zh: string;
        };
        AskingItem: {
            decidingAgency: string;
            decidingAgencyName: string;
            item: string;
            itemName: string;
        };
        AssignedInspector: {
            agency: string;
            inspector: string;
            name: string;
        };
        AssignedInspectorInput: {
            agency: string;
            inspector: string;
            name: string;
        };
        AssigneeOfTasks: {
            officer: string;
            reason: string;
        };
        AuthorisationRow: {
            actions?: string[];
            acts: string[];
            /** Format: uuid */
            authorisationId: string;
            byName: string;
            documentNumber: string;
            from: string;
            grantedAt?: string;
            items?: string[];
            /** @enum {unknown} */
            kind: "chief-representative" | "delegation";
            reason?: string;
            revocationReason?: string;
            revokedAt?: string;
            revokedByName?: string;
            until: string;
        };
        AuthoriseOfficerReply: {
            /** Format: uuid */
            authorisationId: string;
            grantedAt: string;
        };
        AuthorityUsed: {
            by?: string;
            byName?: string;
            documentNumber?: string;
            /** @enum {unknown} */
            kind: "post" | "chief-representative" | "delegation";
            until?: string;
        };
        AvoidedAgency: {
            creditCode: string;
            name: string;
            reason: string;
        };
        AvoidedAgencyInput: {
            creditCode: string;
            name: string;
            reason: string;
        };
        AwaitedResult: {
            basis?: string;
            name: string;
            node: string;
            /** @enum {unknown} */
            standing: "pending" | "in-effect" | "refused";
        };
        AwaitedStep: {
            date?: string;
            due?: components["schemas"]["DueDate"];
            item?: string;
            since: string;
            what: components["schemas"]["Sentence"];
            who: components["schemas"]["ProgressActor"];
        };
        BatchReply: {
            results: components["schemas"]["TaskResult"][];
        };
        BundleListed: {
            code: string;
            items: number;
            name: string;
        };
        CalendarNotice: {
            documentNumber: string;
            issuedOn?: string;
            title: string;
        };
        CalendarNoticeInput: {
            documentNumber: string;
            issuedOn?: string;
            title: string;
        };
        CancelProjectReply: {
            cancelledAt: string;
        };
        CaseRow: {
            acceptedAt: string;
            applicantName: string;
            caseNumber: string;
            nextDue?: string;
            /** @enum {unknown} */
            status: "open" | "decided" | "closed";
        };
        CatalogueFinding: {
            en: string;
            path?: string;
            row?: number;
            rule: string;
            source?: string;
            subject?: string;
            zh: string;
        };
        CertificateOfItem: {
            basis?: string;
            code: string;
            name: string;
        };
        CertificateView: {
            /** @enum {unknown} */
            lamp?: "blue" | "yellow" | "red";
            overdueSince?: string;
            serveBy: components["schemas"]["DueDate"];
            servedAt?: string;
        };
        ChangeOfItem: {
            formerAgency?: string;
            /** @enum {unknown} */
            how: "published" | "transferred" | "delegated" | "undertaken" | "retired";
            on: string;
        };
        ChangeOfPaper: {
            after: string;
            before: string;
            /** @enum {unknown} */
            field: "applicant-name" | "premises-name" | "premises-address" | "item-name" | "wording";
        };
        ChangeOfPower: {
            basis: string;
            effectiveOn: string;
            from: string;
            /** @enum {unknown} */
            kind: "transfer" | "delegate" | "undertake" | "cancel";
            to?: string;
        };
        ChangePowerReply: {
            code: string;
            effectiveOn: string;
            version?: number;
        };
        ChecklistOfItem: {
            item: string;
            points: components["schemas"]["ChecklistPointInput"][];
        };
        ChecklistPoint: {
            point: string;
            requirement: string;
        };
        ChecklistPointInput: {
            point: string;
            requirement: string;
        };
        ChecklistView: {
            findings: components["schemas"]["FindingView"][];
            item: string;
            points: components["schemas"]["ChecklistPoint"][];
            signatures: components["schemas"]["SignatureView"][];
        };
        ClaimTasksRequest: {
            assignTo?: components["schemas"]["AssigneeOfTasks"];
            tasks: components["schemas"]["TaskRequest"][];
        };
        ClockState: {
            alarm?: boolean;
            databaseSkewMs?: number;
            /** @enum {unknown} */
            effects?: "recorded" | "halted";
            haltReason?: string;
            /** @enum {unknown} */
            mode: "host" | "simulated";
            nextDeadline?: string;
            now: string;
            peers?: components["schemas"]["PeerClock"][];
        };
        CompleteStageReply: {
            completedAt: string;
        };
        CompleteStagesRequest: {
            grounds?: string[];
            legalBasis?: string[];
            outcome: string;
            remark?: string;
            stages: components["schemas"]["TaskRequest"][];
        };
        ConditionOfNode: {
            item?: string;
            node: string;
            when: {
                [key: string]: unknown;
            };
        };
        ConfidentialityMark: {
            item?: string;
            /** @enum {unknown} */
            kind: "trade-secret" | "personal-privacy";
            parts: ("holder" | "item" | "legal-basis" | "conditions")[];
            reason: string;
        };
        ConfidentialityMarkInput: {
            item?: string;
            /** @enum {unknown} */
            kind: "trade-secret" | "personal-privacy";
            parts: ("holder" | "item" | "legal-basis" | "conditions")[];
            reason: string;
        };
        ConfirmPublicValueReply: {
            agency: components["schemas"]["MarketOrganisation"];
            drawHash: string;
            drawnAt: string;
        };
        ConsultationCount: {
            agreed: number;
            agreedWithConditions: number;
            asked: number;
            disagreed: number;
            settled: number;
            silent: number;
        };
        ConsultationRow: {
            agencyName: string;
            answerBy: components["schemas"]["DueDate"];
            answered: boolean;
            applicantName: string;
            askedAt: string;
            caseNumber: string;
            item: string;
            itemName: string;
            /** @enum {unknown} */
            lamp?: "blue" | "yellow" | "red";
            round: number;
        };
        ConsultDepartmentsReply: {
            askedAt: string;
            requests: components["schemas"]["DepartmentAsked"][];
        };
        Contact: {
            name: string;
            phone: string;
        };
        ContactInput: {
            name: string;
            phone: string;
        };
        CorrectionRemark: {
            explanation: string;
            material: string;
            /** @enum {unknown} */
            problem: "missing" | "wrong";
        };
        CorrectionRemarkInput: {
            explanation: string;
            material: string;
            /** @enum {unknown} */
            problem: "missing" | "wrong";
        };
        CorrectPaperReply: {
            corrects: string;
            issuedAt: string;
            reference: string;
        };
        DecideTrackReply: {
            appeal?: components["schemas"]["AppealRoutes"];
            decidedAt: string;
            decisionNumber: string;
            licence?: components["schemas"]["LicenceSummary"];
            under?: components["schemas"]["AuthorityUsed"];
        };
        DecisionDraftView: {
            conditions: string[];
            draftedAt: string;
            draftedBy: string;
            hash: string;
            legalBasis: string[];
            /** @enum {unknown} */
            outcome: "granted" | "refused";
            reasons: string[];
            review?: components["schemas"]["DraftReviewView"];
        };
        DecisionProtection: {
            classifiedBy?: string;
            /** @enum {unknown} */
            kind: "trade-secret" | "personal-privacy" | "state-secret";
            parts: ("holder" | "item" | "legal-basis" | "conditions")[];
            reason: string;
        };
        DecisionProtectionInput: {
            classifiedBy?: string;
            /** @enum {unknown} */
            kind: "trade-secret" | "personal-privacy" | "state-secret";
            parts: ("holder" | "item" | "legal-basis" | "conditions")[];
            reason: string;
        };
        DecisionSummary: {
            agency: string;
            agencyName: string;
            conditions?: string[];
            decidedAt: string;
            legalBasis?: string[];
            number: string;
            officialNumber?: string;
            /** @enum {unknown} */
            outcome: "granted" | "refused";
            reasons: string[];
            servedAt?: string;
            under?: components["schemas"]["AuthorityUsed"];
        };
        DeclareRelationReply: {
            declaredAt: string;
            /** Format: uuid */
            transferId?: string;
        };
        DeclineApplicationReply: {
            declinedAt: string;
            noticeNumber: string;
        };
        DeclineInterestedPartyReply: {
            declinedAt: string;
        };
        DelayReasonView: {
            givenAt: string;
            givenBy: string;
            reason: string;
        };
        DeliverReportReply: {
            daysLate: number;
            deliveredAt: string;
            hash: string;
        };
        DepartmentAsked: {
            answerBy: components["schemas"]["DueDate"];
            department: string;
            /** Format: uuid */
            requestId: string;
            round: number;
            /** @enum {unknown} */
            silence: "agreement" | "no-objection" | "awaited";
        };
        DepartmentOpinionView: {
            answeredAt: string;
            answeredBy: string;
            conditions: string[];
            late: boolean;
            legalBasis: string[];
            /** @enum {unknown} */
            position: "agree" | "agree-with-conditions" | "disagree";
            reasons: string[];
        };
        DepartmentToAsk: {
            department: string;
            name?: string;
            workingDays?: number;
        };
        DifferenceOfVersions: {
            after?: string;
            before?: string;
            path: string;
        };
        DispatchResultsReply: {
            dispatchedAt: string;
            papers: string[];
        };
        DistrictChoice: {
            code: string;
        };
        Done: {
            done: boolean;
        };
        DraftBundle: {
            form?: {
                [key: string]: unknown;
            };
            /** @enum {unknown} */
            handling?: "joint" | "side-by-side";
            items?: string[];
            jointInspection?: string[];
            name?: string;
            plan?: components["schemas"]["PlanOfBundle"];
        };
        DraftBundleInput: {
            form?: {
                [key: string]: unknown;
            };
            /** @enum {unknown} */
            handling?: "joint" | "side-by-side";
            items?: string[];
            jointInspection?: string[];
            name?: string;
            plan?: components["schemas"]["PlanOfBundleInput"];
        };
        DraftDecisionReply: {
            draftedAt: string;
            hash: string;
        };
        DraftItem: {
            agencyCreditCode?: string;
            /** @enum {unknown} */
            agencyKind?: "statutory-organ" | "authorised" | "entrusted";
            bases?: components["schemas"]["LegalBasisOfItem"][];
            basicCode?: string;
            channels?: string[];
            charged?: boolean;
            code?: string;
            complaints?: string;
            conditions?: string[];
            consultation?: string;
            decidingAgency?: string;
            decidingAgencyName?: string;
            entrustedBy?: string;
            feeBasis?: string;
            fees?: components["schemas"]["FeeOfItem"][];
            form?: {
                [key: string]: unknown;
            };
            /** @enum {unknown} */
            handlingType?: "on-the-spot" | "promised";
            implementationCode?: string;
            intermediaryServices?: components["schemas"]["IntermediaryServiceOfItem"][];
            /** @enum {unknown} */
            itemType?: "administrative-permit" | "administrative-penalty" | "administrative-coercion" | "administrative-levy" | "administrative-benefit" | "administrative-inspection" | "administrative-confirmation" | "administrative-reward" | "administrative-adjudication" | "other-administrative-power" | "public-service" | "other";
            keywords?: string[];
            lapse?: components["schemas"]["LapseOfItem"];
            legalBasis?: string[];
            /** @enum {unknown} */
            level?: "1" | "2" | "3" | "4" | "5" | "6";
            lifeEvents?: string[];
            localCode?: string;
            materials?: components["schemas"]["MaterialOfItem"][];
            name?: string;
            /** @enum {unknown} */
            onlineDepth?: "information" | "booking" | "preliminary" | "complete";
            paidOnline?: boolean;
            places?: components["schemas"]["PlaceOfItem"][];
            /** @enum {unknown} */
            powerSource?: "statutory" | "delegated-by-superior" | "authorised-by-superior" | "authorised-by-peer" | "entrusted-by-superior" | "entrusted-by-peer";
            procedure?: string[];
            promisedTerm?: components["schemas"]["TermOfItem"];
            quantityLimit?: string;
            questions?: components["schemas"]["QuestionOfItem"][];
            resultName?: string;
            resultSample?: string;
            /** @enum {unknown} */
            resultType?: "licence" | "approval-document" | "other";
            served?: string[];
            siteVisit?: boolean;
            specialProcedures?: components["schemas"]["SpecialProcedureOfItem"][];
            statutoryTerm?: components["schemas"]["TermOfItem"];
            supervisingDepartment?: string;
            themes?: string[];
            validityYears?: number;
            visitReason?: string;
            visits?: number;
            warnings?: components["schemas"]["WarningsOfItem"];
        };
        DraftItemInput: {
            agencyCreditCode?: string;
            /** @enum {unknown} */
            agencyKind?: "statutory-organ" | "authorised" | "entrusted";
            bases?: components["schemas"]["LegalBasisOfItemInput"][];
            basicCode?: string;
            channels?: string[];
            charged?: boolean;
            code?: string;
            complaints?: string;
            conditions?: string[];
            consultation?: string;
            decidingAgency?: string;
            decidingAgencyName?: string;
            entrustedBy?: string;
            feeBasis?: string;
            fees?: components["schemas"]["FeeOfItemInput"][];
            form?: {
                [key: string]: unknown;
            };
            /** @enum {unknown} */
            handlingType?: "on-the-spot" | "promised";
            implementationCode?: string;
            intermediaryServices?: components["schemas"]["IntermediaryServiceOfItemInput"][];
            /** @enum {unknown} */
            itemType?: "administrative-permit" | "administrative-penalty" | "administrative-coercion" | "administrative-levy" | "administrative-benefit" | "administrative-inspection" | "administrative-confirmation" | "administrative-reward" | "administrative-adjudication" | "other-administrative-power" | "public-service" | "other";
            keywords?: string[];
            lapse?: components["schemas"]["LapseOfItemInput"];
            legalBasis?: string[];
            /** @enum {unknown} */
            level?: "1" | "2" | "3" | "4" | "5" | "6";
            lifeEvents?: string[];
            localCode?: string;
            materials?: components["schemas"]["MaterialOfItemInput"][];
            name?: string;
            /** @enum {unknown} */
            onlineDepth?: "information" | "booking" | "preliminary" | "complete";
            paidOnline?: boolean;
            places?: components["schemas"]["PlaceOfItemInput"][];
            /** @enum {unknown} */
            powerSource?: "statutory" | "delegated-by-superior" | "authorised-by-superior" | "authorised-by-peer" | "entrusted-by-superior" | "entrusted-by-peer";
            procedure?: string[];
            promisedTerm?: components["schemas"]["TermOfItemInput"];
            quantityLimit?: string;
            questions?: components["schemas"]["QuestionOfItemInput"][];
            resultName?: string;
            resultSample?: string;
            /** @enum {unknown} */
            resultType?: "licence" | "approval-document" | "other";
            served?: string[];
            siteVisit?: boolean;
            specialProcedures?: components["schemas"]["SpecialProcedureOfItemInput"][];
            statutoryTerm?: components["schemas"]["TermOfItemInput"];
            supervisingDepartment?: string;
            themes?: string[];
            validityYears?: number;
            visitReason?: string;
            visits?: number;
            warnings?: components["schemas"]["WarningsOfItemInput"];
        };
        DraftReviewView: {
            remarks: string[];
            /** @enum {unknown} */
            result: "approved" | "returned";
            reviewedAt: string;
            reviewedBy: string;
        };
        DrawnValue: {
            issue: string;
            publication: string;
            readAt: string;
            value: string;
        };
        DrawTerms: {
            closesAt: string;
            hash: string;
            project: string;
            publicValue: components["schemas"]["NamedValue"];
            publishedAt: string;
            seedCommitment: string;
            title: string;
        };
        DueDate: {
            due?: string;
            haltedSince?: string;
            missingYear?: number;
            notBefore?: string;
        };
        EdgeOfBundle: {
            basis?: string;
            from: string;
            to: string;
            /** @enum {unknown} */
            type: "hard" | "data" | "start" | "soft";
        };
        EdgeOfBundleInput: {
            basis?: string;
            from: string;
            to: string;
            /** @enum {unknown} */
            type: "hard" | "data" | "start" | "soft";
        };
        EditionOfBundle: {
            edition: number;
            publishedAt: string;
        };
        EditionOfImplementation: {
            edition: number;
            ended?: string;
            inForceFrom: string;
            inForceSince?: string;
            publishedAt: string;
            retiredAt?: string;
            retiredBecause?: string;
            /** @enum {unknown} */
            status: "published" | "in-force" | "retired" | "withdrawn";
        };
        EditionOfYear: {
            documentNumber: string;
            edition: number;
            publishedAt?: string;
            title: string;
        };
        EndImplementationReply: {
            district: string;
            edition: number;
            inForceFrom: string;
            item: string;
            /** @enum {unknown} */
            status: "published" | "in-force" | "retired" | "withdrawn";
        };
        EndSpecialProcedureReply: {
            statutory: components["schemas"]["DueDate"];
            suspendedUntil: string;
            suspendedWorkingDays?: number;
        };
        EnterPublicValueReply: {
            readAt: string;
        };
        ExcludeAgencyReply: {
            list?: components["schemas"]["PublicList"];
        };
        ExcludedAgency: {
            creditCode: string;
            name: string;
            reasons: components["schemas"]["ListReason"][];
        };
        ExclusionOfTerm: {
            article: string;
            name: string;
            nameEn?: string;
            procedure: string;
        };
        ExclusionOfTermInput: {
            article: string;
            name: string;
            nameEn?: string;
            procedure: string;
        };
        ExplainApplicationDateReply: {
            article: string;
            date: string;
            due: components["schemas"]["DueDate"];
            steps: components["schemas"]["ExplanationStep"][];
            summary: components["schemas"]["Sentence"];
            title: components["schemas"]["Sentence"];
        };
        ExplainApplicationDateRequest: {
            code?: string;
            /** @enum {unknown} */
            date: "answer" | "correction";
            number: string;
        };
        ExplainCaseDateReply: {
            article: string;
            date: string;
            due: components["schemas"]["DueDate"];
            item: string;
            steps: components["schemas"]["ExplanationStep"][];
            summary: components["schemas"]["Sentence"];
            title: components["schemas"]["Sentence"];
        };
        ExplainCaseDateRequest: {
            caseNumber: string;
            code?: string;
            /** @enum {unknown} */
            date: "statutory" | "joint" | "promised" | "certificate" | "handover" | "reconsideration" | "litigation";
            item: string;
        };
        ExplainDelayReply: {
            givenAt: string;
        };
        ExplainedRun: {
            days: number;
            from: string;
            makeUpDays: string[];
            reason?: components["schemas"]["Sentence"];
            /** @enum {unknown} */
            role: "counted" | "skipped" | "rolled-over";
            to: string;
            total: number;
        };
        ExplanationStep: {
            en: string;
            /** @enum {unknown} */
            kind: "rule" | "start" | "run" | "roll-over" | "extension" | "halt" | "ignored" | "end" | "calendar";
            run?: components["schemas"]["ExplainedRun"];
            zh: string;
        };
        ExportCatalogueReply: {
            nextCursor?: string;
            text: string;
        };
        ExtendJointTermReply: {
            approvedAt: string;
            before: components["schemas"]["DueDate"];
            due: components["schemas"]["DueDate"];
            noticeNumber: string;
        };
        ExtendTermReply: {
            approvedAt: string;
            before: components["schemas"]["DueDate"];
            noticeNumber: string;
            statutory: components["schemas"]["DueDate"];
        };
        ExtensionOfTerm: {
            /** @enum {unknown} */
            approver: "agency-head" | "government-head";
            maxDays: number;
            source: string;
        };
        ExtensionOfTermInput: {
            /** @enum {unknown} */
            approver: "agency-head" | "government-head";
            maxDays: number;
            source: string;
        };
        ExtensionView: {
            approvedAt: string;
            approvedBy: string;
            /** @enum {unknown} */
            approver: "agency-head" | "government-head";
            before: components["schemas"]["DueDate"];
            days: number;
            noticeNumber: string;
            reason: string;
            source: string;
            /** @enum {unknown} */
            unit: "working-day" | "calendar-day";
        };
        FeeOfItem: {
            basis: string;
            name: string;
            reduction?: string;
            standard: string;
        };
        FeeOfItemInput: {
            basis: string;
            name: string;
            reduction?: string;
            standard: string;
        };
        FileProvenance: {
            agencyCreditCode: string;
            agencyName: string;
            contractNumber: string;
            deliveredAt: string;
            projectNumber: string;
        };
        FileReference: {
            hash: string;
            mediaType: string;
            name: string;
            provenance?: components["schemas"]["FileProvenance"];
            size: number;
        };
        FileUploaded: {
            file: components["schemas"]["FileReference"];
            receipt: string;
        };
        FilingInOrder: {
            acceptedAt?: string;
            applicantName?: string;
            caseNumber?: string;
            place: number;
            /** @enum {unknown} */
            standing: "undecided" | "granted" | "refused" | "withdrawn";
            waitsFor?: number;
        };
        FindAgencyReply: {
            actions: string[];
            affiliatedWith: string[];
            contact: components["schemas"]["Contact"];
            creditCode: string;
            edition: number;
            name: string;
            qualifications: components["schemas"]["AgencyQualification"][];
            records: components["schemas"]["AgencyRecord"][];
            registeredAt: string;
            relatedTo?: components["schemas"]["RelatedOrganisation"][];
            scores: components["schemas"]["AgencyScores"];
            /** @enum {unknown} */
            status: "registered" | "suspended";
            suspension?: components["schemas"]["AgencySuspension"];
        };
        FindApplicationReply: {
            acceptedAt?: string;
            actions: string[];
            answerBy?: components["schemas"]["DueDate"];
            answerRemarks?: components["schemas"]["AnswerRemark"][];
            answers?: {
                [key: string]: unknown;
            };
            applicant: components["schemas"]["ApplicantOrganisation"];
            /** Format: uuid */
            applicationId: string;
            applicationNumber: string;
            bundle?: string;
            caseNumber?: string;
            confidential?: components["schemas"]["ConfidentialityMark"][];
            contact: components["schemas"]["Contact"];
            correctBy?: components["schemas"]["DueDate"];
            correctionRemarks: components["schemas"]["CorrectionRemark"][];
            dispatchedAt?: string;
            effects?: components["schemas"]["LegalEffectView"][];
            form?: {
                [key: string]: unknown;
            };
            handedUp?: components["schemas"]["HandedUpView"][];
            items: string[];
            jointTerm?: components["schemas"]["DueDate"];
            materials: components["schemas"]["HeldMaterial"][];
            nonAcceptance?: components["schemas"]["NonAcceptanceGiven"];
            papers: components["schemas"]["IssuedPaper"][];
            plan?: components["schemas"]["AcceptedPlan"];
            premises: components["schemas"]["Premises"];
            queryCode?: string;
            rating?: components["schemas"]["RatingGiven"];
            receivedAt: string;
            results: components["schemas"]["ResultOfItem"][];
            /** @enum {unknown} */
            status: "submitted" | "awaiting-correction" | "corrected" | "accepted" | "decided" | "dispatched" | "declined" | "withdrawn" | "returned";
            tracks: components["schemas"]["TrackDue"][];
        };
        FindBundleDraftReply: {
            bundle: components["schemas"]["DraftBundle"];
            code: string;
            editedAt?: string;
            editedBy?: string;
            findings: components["schemas"]["CatalogueFinding"][];
            remarks?: string;
            reviewedBy?: string;
            revision: number;
            /** @enum {unknown} */
            status: "drafted" | "reviewed" | "published";
        };
        FindBundleReply: {
            code: string;
            conditions?: components["schemas"]["ConditionOfNode"][];
            conflicts?: components["schemas"]["CatalogueFinding"][];
            edition: number;
            fieldsOf?: {
                [key: string]: unknown;
            };
            form?: {
                [key: string]: unknown;
            };
            guided?: boolean;
            /** @enum {unknown} */
            handling?: "joint" | "side-by-side";
            items: components["schemas"]["ServiceItem"][];
            jointInspection: string[];
            materials?: components["schemas"]["MergedMaterial"][];
            name: string;
            plan?: components["schemas"]["PlanOfBundle"];
        };
        FindCalendarReply: {
            edition: number;
            editions: components["schemas"]["EditionOfYear"][];
            holidays: components["schemas"]["OfficialHoliday"][];
            makeUpWorkdays: string[];
            regional?: components["schemas"]["RegionalDays"][];
            source: components["schemas"]["CalendarNotice"];
            workingDayCount: number;
            year: number;
        };
        FindCaseReply: {
            acceptedAt: string;
            applicant: components["schemas"]["ApplicantOrganisation"];
            /** Format: uuid */
            applicationId: string;
            caseNumber: string;
            handovers: components["schemas"]["HandoverView"][];
            inspections: components["schemas"]["InspectionView"][];
            jointTerm?: components["schemas"]["JointTermView"];
            plan?: components["schemas"]["PlanView"];
            premises: components["schemas"]["Premises"];
            /** @enum {unknown} */
            status: "open" | "decided" | "closed";
            tracks: components["schemas"]["TrackView"][];
        };
        FindConsultationReply: {
            actions: string[];
            agency: string;
            agencyName: string;
            applicantName: string;
            caseNumber: string;
            count?: components["schemas"]["ConsultationCount"];
            item: string;
            itemName: string;
            premises: components["schemas"]["Premises"];
            requests: components["schemas"]["OpinionRequestView"][];
            /** @enum {unknown} */
            status: "asking" | "settled" | "closed";
        };
        FindDecisionReply: {
            changes: components["schemas"]["PublicationChange"][];
            conditions: string[];
            decision: components["schemas"]["PublishedDecision"];
            legalBasis: string[];
        };
        FindDraftReply: {
            code: string;
            editedAt?: string;
            editedBy?: string;
            findings: components["schemas"]["CatalogueFinding"][];
            item: components["schemas"]["DraftItem"];
            remarks?: string;
            reviewedBy?: string;
            revision: number;
            /** @enum {unknown} */
            status: "drafted" | "reviewed" | "published";
        };
        FindDrawReply: {
            drawnAt: string;
            /** @enum {unknown} */
            format: "onewindow-draw/1";
            hash: string;
            key: string;
            list: components["schemas"]["PublicList"];
            notice: components["schemas"]["DrawTerms"];
            publicValue: components["schemas"]["DrawnValue"];
            ranking: components["schemas"]["RankedAgency"][];
            seed: string;
        };
        FindGuidanceReply: {
            bundle?: string;
            code: string;
            item?: string;
            nameEn: string;
            nameZh: string;
            outcomes: components["schemas"]["GuidingOutcome"][];
            questions: components["schemas"]["GuidingQuestion"][];
            start: string;
            version: number;
        };
        FindHandoverReply: {
            acknowledgeBy: components["schemas"]["DueDate"];
            acknowledgedAt?: string;
            acknowledgedBy?: string;
            actions: string[];
            applicant: components["schemas"]["ApplicantOrganisation"];
            caseNumber: string;
            decision: components["schemas"]["DecisionSummary"];
            department: string;
            /** Format: uuid */
            handoverId: string;
            item: string;
            itemName: string;
            licence?: components["schemas"]["LicenceSummary"];
            overdueSince?: string;
            premises: components["schemas"]["Premises"];
            receivedAt: string;
            remark?: string;
            /** @enum {unknown} */
            status: "received" | "acknowledged";
        };
        FindImportReply: {
            bundles?: components["schemas"]["ImportCounts"];
            changes: components["schemas"]["ImportedChange"][];
            dryRun: boolean;
            faults: number;
            fileName: string;
            findings: components["schemas"]["CatalogueFinding"][];
            guidance?: components["schemas"]["ImportCounts"];
            implementations?: components["schemas"]["ImportCounts"];
            /** Format: uuid */
            importId: string;
            items?: components["schemas"]["ImportCounts"];
            notes: components["schemas"]["CatalogueFinding"][];
            /** @enum {unknown} */
            status: "received" | "taken" | "tried" | "refused";
        };
        Finding: {
            point: string;
            remark?: string;
            /** @enum {unknown} */
            result: "met" | "not-met" | "corrected-on-the-spot";
        };
        FindingView: {
            point: string;
            remark?: string;
            /** @enum {unknown} */
            result: "met" | "not-met" | "corrected-on-the-spot";
        };
        FindInterestedPartiesReply: {
            agencyName: string;
            caseNumber: string;
            item: string;
            itemName: string;
            parties: components["schemas"]["InterestedPartyView"][];
            statements: components["schemas"]["StatementView"][];
        };
        FindItemReply: {
            agencyCreditCode?: string;
            /** @enum {unknown} */
            agencyKind?: "statutory-organ" | "authorised" | "entrusted";
            asOf?: string;
            bases?: components["schemas"]["LegalBasisOfItem"][];
            basicCode?: string;
            channels?: string[];
            charged: boolean;
            code: string;
            complaints: string;
            conditions: string[];
            consultation: string;
            decidingAgency: string;
            decidingAgencyName: string;
            edition: number;
            entrustedBy?: string;
            feeBasis?: string;
            fees?: components["schemas"]["FeeOfItem"][];
            form?: {
                [key: string]: unknown;
            };
            guided?: boolean;
            /** @enum {unknown} */
            handlingType: "on-the-spot" | "promised";
            implementation?: components["schemas"]["HandlingInDistrict"];
            implementationCode?: string;
            intermediaryServices?: components["schemas"]["IntermediaryServiceOfItem"][];
            /** @enum {unknown} */
            itemType: "administrative-permit" | "administrative-penalty" | "administrative-coercion" | "administrative-levy" | "administrative-benefit" | "administrative-inspection" | "administrative-confirmation" | "administrative-reward" | "administrative-adjudication" | "other-administrative-power" | "public-service" | "other";
            keywords?: string[];
            lapse?: components["schemas"]["LapseOfItem"];
            legalBasis: string[];
            /** @enum {unknown} */
            level?: "1" | "2" | "3" | "4" | "5" | "6";
            lifeEvents?: string[];
            localCode?: string;
            materials: components["schemas"]["MaterialOfItem"][];
            name: string;
            /** @enum {unknown} */
            onlineDepth?: "information" | "booking" | "preliminary" | "complete";
            paidOnline?: boolean;
            places?: components["schemas"]["PlaceOfItem"][];
            /** @enum {unknown} */
            powerSource?: "statutory" | "delegated-by-superior" | "authorised-by-superior" | "authorised-by-peer" | "entrusted-by-superior" | "entrusted-by-peer";
            procedure: string[];
            promisedTerm?: components["schemas"]["TermOfItem"];
            quantityLimit: string;
            questions?: components["schemas"]["QuestionOfItem"][];
            resultName: string;
            resultSample?: string;
            /** @enum {unknown} */
            resultType?: "licence" | "approval-document" | "other";
            retiredOn?: string;
            served?: string[];
            siteVisit: boolean;
            specialProcedures?: components["schemas"]["SpecialProcedureOfItem"][];
            statutoryTerm: components["schemas"]["TermOfItem"];
            supervisingDepartment?: string;
            themes?: string[];
            validityYears?: number;
            version?: number;
            visitReason?: string;
            visits?: number;
            warnings?: components["schemas"]["WarningsOfItem"];
        };
        FindProcessReply: {
            code: string;
            diagram: string;
            name: string;
            publishedAt: string;
            returns: components["schemas"]["ReturnOfProcess"][];
            stages: components["schemas"]["StageOfProcess"][];
            version: number;
            within: components["schemas"]["StatutoryTermOfProcess"];
        };
        FindProjectReply: {
            actions: string[];
            avoided: components["schemas"]["AvoidedAgency"][];
            awards: components["schemas"]["ProjectAward"][];
            budgetFen: number;
            contact: components["schemas"]["Contact"];
            contract?: components["schemas"]["ProjectContract"];
            contractReturned?: string;
            deliverWithinDays: number;
            delivery?: components["schemas"]["ProjectDelivery"];
            deliveryOverdueSince?: string;
            end?: components["schemas"]["ProjectEnd"];
            excludesRelated?: components["schemas"]["RelatedExclusion"];
            /** @enum {unknown} */
            funds: "state" | "private";
            item?: components["schemas"]["ProjectItem"];
            list?: components["schemas"]["PublicList"];
            minimumSignUps: number;
            notice: components["schemas"]["DrawTerms"];
            owner: components["schemas"]["ApplicantOrganisation"];
            ownSignUp?: components["schemas"]["OwnSignUp"];
            projectNumber: string;
            publicValue?: components["schemas"]["ProjectValue"];
            ratingOfAgency?: components["schemas"]["MarketRating"];
            ratingOfOwner?: components["schemas"]["MarketRating"];
            scope: string;
            service: components["schemas"]["ProjectItem"];
            signUpUntil: components["schemas"]["DueDate"];
            /** @enum {unknown} */
            status: "published" | "closed" | "awarded" | "contract-proposed" | "under-contract" | "delivered" | "failed" | "cancelled";
            title: string;
            urgentReason?: string;
        };
        FindQuotaReply: {
            history?: components["schemas"]["PublishedLimit"][];
            item: string;
            periods: components["schemas"]["QuotaPeriodView"][];
            queue?: components["schemas"]["OrderOfAcceptance"];
        };
        FindSynonymsReply: {
            edition: number;
            groups: components["schemas"]["SynonymGroup"][];
            ignored: string[];
        };
        FindWorkTransferReply: {
            account: string;
            begunAt: string;
            creditCode?: string;
            finishedAt?: string;
            reason: string;
            reassigned: number;
            /** @enum {unknown} */
            status: "running" | "finished";
            to?: string;
            toPool: number;
            /** Format: uuid */
            transferId: string;
        };
        FollowApplicationReply: {
            /** Format: uuid */
            applicationId: string;
            caseNumber?: string;
            number: string;
            papers: components["schemas"]["ProgressPaper"][];
            receivedAt: string;
            /** @enum {unknown} */
            status: "submitted" | "awaiting-correction" | "corrected" | "accepted" | "decided" | "dispatched" | "declined" | "withdrawn" | "returned";
            steps: components["schemas"]["ProgressStep"][];
            title: string;
            tracks: components["schemas"]["ProgressTrack"][];
            waitingFor: components["schemas"]["AwaitedStep"][];
        };
        FollowApplicationRequest: {
            code?: string;
            number: string;
        };
        FollowCaseReply: {
            acceptedAt: string;
            /** Format: uuid */
            applicationId: string;
            number: string;
            papers: components["schemas"]["ProgressPaper"][];
            /** @enum {unknown} */
            status: "open" | "decided" | "closed";
            steps: components["schemas"]["ProgressStep"][];
            title: string;
            tracks: components["schemas"]["ProgressTrack"][];
            waitingFor: components["schemas"]["AwaitedStep"][];
        };
        FollowCaseRequest: {
            caseNumber: string;
            code?: string;
        };
        FollowGuidanceReply: {
            answered: string[];
            outcome?: components["schemas"]["GuidanceOutcome"];
            question?: components["schemas"]["AskedQuestion"];
            version: number;
        };
        GiveDepartmentOpinionReply: {
            answeredAt: string;
            asked: number;
            late: boolean;
            settled: number;
        };
        GiveUpAwardReply: {
            givenUpAt: string;
        };
        GuidanceOutcome: {
            eligible: boolean;
            items: components["schemas"]["ItemAhead"][];
            materials: components["schemas"]["MergedMaterial"][];
            notOffered?: string[];
            reasons: components["schemas"]["GuidingReason"][];
        };
        GuidingBranch: {
            to: string;
            when?: {
                [key: string]: unknown;
            };
        };
        GuidingBranchInput: {
            to: string;
            when?: {
                [key: string]: unknown;
            };
        };
        GuidingOption: {
            en: string;
            value: string;
            zh: string;
        };
        GuidingOptionInput: {
            en: string;
            value: string;
            zh: string;
        };
        GuidingOutcome: {
            eligible: boolean;
            id: string;
            items: string[];
            reasons: components["schemas"]["GuidingReason"][];
        };
        GuidingOutcomeInput: {
            eligible: boolean;
            id: string;
            items: string[];
            reasons: components["schemas"]["GuidingReasonInput"][];
        };
        GuidingQuestion: {
            en: string;
            helpEn?: string;
            helpZh?: string;
            id: string;
            /** @enum {unknown} */
            kind: "single" | "multiple" | "number";
            maximum?: number;
            minimum?: number;
            next: components["schemas"]["GuidingBranch"][];
            options?: components["schemas"]["GuidingOption"][];
            unit?: string;
            zh: string;
        };
        GuidingQuestionInput: {
            en: string;
            helpEn?: string;
            helpZh?: string;
            id: string;
            /** @enum {unknown} */
            kind: "single" | "multiple" | "number";
            maximum?: number;
            minimum?: number;
            next: components["schemas"]["GuidingBranchInput"][];
            options?: components["schemas"]["GuidingOptionInput"][];
            unit?: string;
            zh: string;
        };
        GuidingReason: {
            en: string;
            source?: string;
            zh: string;
        };
        GuidingReasonInput: {
            en: string;
            source?: string;
            zh: string;
        };
        HandedUpView: {
            at: string;
            item: string;
            materials: string[];
            to: string;
            toName: string;
        };
        HandlingInDistrict: {
            agencyName: string;
            /** @enum {unknown} */
            area?: "district" | "city" | "province" | "inter-province" | "nation";
            district: string;
            edition?: number;
            implementationCode?: string;
            inForceFrom?: string;
            places?: components["schemas"]["PlaceOfItem"][];
            promisedTerm?: components["schemas"]["TermOfItem"];
        };
        HandoverRow: {
            acknowledgeBy: components["schemas"]["DueDate"];
            applicantName: string;
            caseNumber: string;
            /** Format: uuid */
            handoverId: string;
            itemName: string;
            /** @enum {unknown} */
            outcome: "granted" | "refused";
            receivedAt: string;
            /** @enum {unknown} */
            status: "received" | "acknowledged";
        };
        HandoverView: {
            acknowledgeBy?: components["schemas"]["DueDate"];
            acknowledgedAt?: string;
            department: string;
            /** Format: uuid */
            handoverId: string;
            item: string;
            overdueSince?: string;
            sentAt?: string;
            /** @enum {unknown} */
            status: "waiting" | "sent" | "acknowledged";
        };
        HandOverWorkReply: {
            /** Format: uuid */
            transferId: string;
        };
        HeldMaterial: {
            files: components["schemas"]["FileReference"][];
            material: string;
            name: string;
        };
        HolidayName: {
            en: string;
            zh: string;
        };
        HolidayNameInput: {
            en: string;
            zh: string;
        };
        ImplementationListed: {
            agency: string;
            agencyName: string;
            /** @enum {unknown} */
            area?: "district" | "city" | "province" | "inter-province" | "nation";
            district: string;
            findings: components["schemas"]["CatalogueFinding"][];
            /** @enum {unknown} */
            level: "1" | "2" | "3" | "4" | "5" | "6";
            places: components["schemas"]["PlaceOfItem"][];
        };
        ImplementationOfItem: {
            agency: string;
            agencyCreditCode?: string;
            agencyName: string;
            /** @enum {unknown} */
            area?: "district" | "city" | "province" | "inter-province" | "nation";
            differs?: components["schemas"]["DraftItem"];
            district: string;
            implementationCode?: string;
            item: string;
            /** @enum {unknown} */
            level: "1" | "2" | "3" | "4" | "5" | "6";
            places?: components["schemas"]["PlaceOfItem"][];
            /** @enum {unknown} */
            powerSource?: "statutory" | "delegated-by-superior" | "authorised-by-superior" | "authorised-by-peer" | "entrusted-by-superior" | "entrusted-by-peer";
            promisedTerm?: components["schemas"]["TermOfItem"];
        };
        ImportCatalogueReply: {
            /** Format: uuid */
            importId: string;
        };
        ImportCatalogueRequest: {
            dryRun: boolean;
            fileReceipt: string;
        };
        ImportCounts: {
            added: number;
            changed: number;
            same: number;
        };
        ImportedChange: {
            /** @enum {unknown} */
            change: "added" | "changed";
            fields: string[];
            subject: string;
        };
        InspectionView: {
            checklists: components["schemas"]["ChecklistView"][];
            /** Format: uuid */
            inspectionId: string;
            inspectors: components["schemas"]["AssignedInspector"][];
            scheduledAt: string;
            /** @enum {unknown} */
            status: "arranged" | "under-way" | "completed";
        };
        InterestedPartyView: {
            declinedBecause?: string;
            interest: string;
            name: string;
            namedAt: string;
            /** @enum {unknown} */
            namedBy: "agency" | "self";
            /** Format: uuid */
            partyId: string;
            told?: components["schemas"]["PartyToldView"];
        };
        IntermediaryServiceOfItem: {
            basis?: string;
            code: string;
            name: string;
            /** @enum {unknown} */
            paidBy?: "applicant" | "agency";
        };
        IntermediaryServiceOfItemInput: {
            basis?: string;
            code: string;
            name: string;
            /** @enum {unknown} */
            paidBy?: "applicant" | "agency";
        };
        IssuedPaper: {
            actions?: string[];
            corrects?: string;
            issuedAt: string;
            issuedBy: string;
            item?: string;
            /** @enum {unknown} */
            kind: "correction-notice" | "acceptance-receipt" | "non-acceptance-notice" | "special-procedure-notice" | "term-extension-notice" | "decision" | "licence";
            number: string;
            officialNumber?: string;
            queryCode?: string;
            service?: components["schemas"]["ServiceRecord"];
            title: string;
        };
        ItemAhead: {
            charged: boolean;
            decidingAgencyName: string;
            fees?: components["schemas"]["FeeOfItem"][];
            item: string;
            name: string;
            promisedTerm?: components["schemas"]["TermOfItem"];
            statutoryTerm: components["schemas"]["TermOfItem"];
        };
        ItemChoices: {
            agencies: components["schemas"]["AgencyChoice"][];
            districts: components["schemas"]["DistrictChoice"][];
            levels: string[];
        };
        ItemRow: {
            code: string;
            decidingAgencyName: string;
            matched?: components["schemas"]["MatchOfItem"];
            name: string;
        };
        JointTermView: {
            actions: string[];
            due: components["schemas"]["DueDate"];
            explanationEn: string[];
            explanationZh: string[];
            extension?: components["schemas"]["ExtensionView"];
            /** @enum {unknown} */
            lamp?: "blue" | "yellow" | "red";
            missedAt?: string;
        };
        JournalFigures: {
            armed: number;
            backlog: number;
            consumed: number;
            journal: number;
            parked: number;
            published: number;
        };
        JournalTrace: {
            entries: components["schemas"]["TraceEntry"][];
        };
        LampThreshold: {
            /** @enum {unknown} */
            lamp: "blue" | "yellow" | "red";
            percentLeft?: number;
            workingDaysLeft: number;
        };
        LampThresholdInput: {
            /** @enum {unknown} */
            lamp: "blue" | "yellow" | "red";
            percentLeft?: number;
            workingDaysLeft: number;
        };
        LapseOfItem: {
            count: number;
            /** @enum {unknown} */
            from: "decision" | "service";
            source: string;
            /** @enum {unknown} */
            unit: "working-day" | "calendar-day" | "month" | "year";
        };
        LapseOfItemInput: {
            count: number;
            /** @enum {unknown} */
            from: "decision" | "service";
            source: string;
            /** @enum {unknown} */
            unit: "working-day" | "calendar-day" | "month" | "year";
        };
        LegalBasisOfItem: {
            article?: string;
            law: string;
            text?: string;
            validFrom?: string;
            validTo?: string;
        };
        LegalBasisOfItemInput: {
            article?: string;
            law: string;
            text?: string;
            validFrom?: string;
            validTo?: string;
        };
        LegalEffectView: {
            article: string;
            becameSoAt: string;
            countsFrom: string;
            followsEn: string;
            followsZh: string;
            /** @enum {unknown} */
            kind: "accepted-by-silence" | "correction-missed";
            recordedAt: string;
        };
        LicenceSummary: {
            beforeStart?: string[];
            name: string;
            number: string;
            validFrom: string;
            validUntil?: string;
            verificationCode: string;
        };
        ListAgenciesReply: {
            agencies: components["schemas"]["AgencyRow"][];
            nextCursor?: string;
            total: number;
        };
        ListApplicationsReply: {
            applications: components["schemas"]["ApplicationRow"][];
            nextCursor?: string;
            total: number;
        };
        ListBundleEditionsReply: {
            differences: components["schemas"]["DifferenceOfVersions"][];
            editions: components["schemas"]["EditionOfBundle"][];
            from?: number;
            to?: number;
        };
        ListBundlesReply: {
            bundles: components["schemas"]["BundleListed"][];
            nextCursor?: string;
        };
        ListCasesReply: {
            cases: components["schemas"]["CaseRow"][];
            nextCursor?: string;
            total: number;
        };
        ListConsultationsReply: {
            consultations: components["schemas"]["ConsultationRow"][];
            nextCursor?: string;
        };
        ListDecisionsReply: {
            decisions: components["schemas"]["PublishedDecision"][];
            nextCursor?: string;
            stateSecrets?: number;
        };
        ListHandoversReply: {
            handovers: components["schemas"]["HandoverRow"][];
            nextCursor?: string;
            total: number;
        };
        ListImplementationEditionsReply: {
            differences: components["schemas"]["DifferenceOfVersions"][];
            editions: components["schemas"]["EditionOfImplementation"][];
            from?: number;
            latest?: components["schemas"]["ImplementationOfItem"];
            to?: number;
        };
        ListImplementationsReply: {
            implementations: components["schemas"]["ImplementationListed"][];
            nextCursor?: string;
        };
        ListItemsReply: {
            choices?: components["schemas"]["ItemChoices"];
            items: components["schemas"]["ItemRow"][];
            nextCursor?: string;
        };
        ListLockerReply: {
            files: components["schemas"]["LockerEntry"][];
            nextCursor?: string;
            total: number;
        };
        ListNeedsReply: {
            needs: components["schemas"]["MarketNeed"][];
        };
        ListOfficersReply: {
            nextCursor?: string;
            officers: components["schemas"]["OfficerRow"][];
        };
        ListPowersReply: {
            nextCursor?: string;
            powers: components["schemas"]["PowerOfAgency"][];
        };
        ListProcessesReply: {
            nextCursor?: string;
            processes: components["schemas"]["ProcessLine"][];
        };
        ListProjectsReply: {
            nextCursor?: string;
            projects: components["schemas"]["ProjectRow"][];
            total: number;
        };
        ListQuotasReply: {
            nextCursor?: string;
            quotas: components["schemas"]["QuotaRow"][];
        };
        ListReason: {
            en: string;
            rule: string;
            zh: string;
        };
        ListReasonInput: {
            en: string;
            rule: string;
            zh: string;
        };
        ListServicesReply: {
            services: components["schemas"]["ServiceOfList"][];
        };
        ListSupervisedItemsReply: {
            items: components["schemas"]["SupervisedItem"][];
            nextCursor?: string;
            total: number;
        };
        ListTasksReply: {
            lamps: components["schemas"]["TasksByLamp"];
            nextCursor?: string;
            tasks: components["schemas"]["TaskRow"][];
        };
        ListVersionsReply: {
            differences: components["schemas"]["DifferenceOfVersions"][];
            from?: number;
            to?: number;
            versions: components["schemas"]["VersionOfItem"][];
        };
        LockerEntry: {
            /** Format: uuid */
            applicationId: string;
            file: components["schemas"]["FileReference"];
            lockerFile: string;
            material: string;
            materialName: string;
            storedAt: string;
            usable: boolean;
            validUntil?: string;
        };
        MarkConfidentialReply: {
            markedAt: string;
        };
        MarkedPartDisclosed: {
            /** @enum {unknown} */
            ground: "not-confidential" | "consent" | "public-interest";
            parts: ("holder" | "item" | "legal-basis" | "conditions")[];
            reason: string;
        };
        MarkedPartDisclosedInput: {
            /** @enum {unknown} */
            ground: "not-confidential" | "consent" | "public-interest";
            parts: ("holder" | "item" | "legal-basis" | "conditions")[];
            reason: string;
        };
        MarketNeed: {
            /** Format: uuid */
            applicationId: string;
            applicationNumber: string;
            correctionDue: components["schemas"]["DueDate"];
            item: string;
            itemName: string;
            listed: boolean;
            material: string;
            materialName: string;
            neededSince: string;
            needId: string;
            projectNumber?: string;
            service: string;
            /** @enum {unknown} */
            status: "open" | "published" | "met" | "lapsed";
        };
        MarketOrganisation: {
            creditCode: string;
            name: string;
        };
        MarketRating: {
            attitude: number;
            price: number;
            quality: number;
            remark?: string;
            timeliness: number;
        };
        MarkGreenLaneReply: {
            markedAt: string;
        };
        MatchOfItem: {
            /** @enum {unknown} */
            by: "words" | "synonym" | "pinyin" | "initials" | "similar";
            /** @enum {unknown} */
            field: "name" | "keyword" | "result-name" | "agency";
            synonym?: string;
            text: string;
        };
        MaterialFromLocker: {
            lockerFile: string;
            material: string;
        };
        MaterialOfItem: {
            acceptanceStandard: string;
            basis?: string;
            code: string;
            copies?: number;
            fillingNote?: string;
            /** @enum {unknown} */
            format?: "paper" | "electronic" | "either";
            intermediaryService?: string;
            /** @enum {unknown} */
            kind?: "certificate" | "form" | "other";
            name: string;
            /** @enum {unknown} */
            necessity: "required" | "optional" | "may-follow";
            resultOf?: string;
            sample?: components["schemas"]["SampleForm"];
            sharedFrom?: string;
            /** @enum {unknown} */
            source: "applicant" | "government" | "intermediary";
            validMonths?: number;
        };
        MaterialOfItemInput: {
            acceptanceStandard: string;
            basis?: string;
            code: string;
            copies?: number;
            fillingNote?: string;
            /** @enum {unknown} */
            format?: "paper" | "electronic" | "either";
            intermediaryService?: string;
            /** @enum {unknown} */
            kind?: "certificate" | "form" | "other";
            name: string;
            /** @enum {unknown} */
            necessity: "required" | "optional" | "may-follow";
            resultOf?: string;
            sample?: components["schemas"]["SampleFormInput"];
            sharedFrom?: string;
            /** @enum {unknown} */
            source: "applicant" | "government" | "intermediary";
            validMonths?: number;
        };
        MergedMaterial: {
            acceptanceStandard: string;
            basis?: string;
            code: string;
            copies?: number;
            fillingNote?: string;
            /** @enum {unknown} */
            format?: "paper" | "electronic" | "either";
            intermediaryService?: string;
            items: string[];
            /** @enum {unknown} */
            kind?: "certificate" | "form" | "other";
            name: string;
            /** @enum {unknown} */
            necessity: "required" | "optional" | "may-follow";
            resultOf?: string;
            sample?: components["schemas"]["SampleForm"];
            sharedFrom?: string;
            /** @enum {unknown} */
            source: "applicant" | "government" | "intermediary";
            standards: components["schemas"]["StandardOfItem"][];
            validMonths?: number;
            when?: {
                [key: string]: unknown;
            };
        };
        NamedValue: {
            appearsAt: string;
            form: string;
            issue: string;
            publication: string;
            quantity: string;
            where: string;
        };
        NameInterestedPartyReply: {
            namedAt: string;
            /** Format: uuid */
            partyId: string;
        };
        NeededQualification: {
            code: string;
            name: string;
        };
        NeededQualificationInput: {
            code: string;
            name: string;
        };
        NodeOfBundle: {
            condition?: string;
            department?: string;
            id: string;
            item?: string;
            /** @enum {unknown} */
            kind: "item" | "data-check" | "technical-review" | "intermediary" | "joint" | "external" | "follow-up";
            name: string;
            note?: string;
            optional?: boolean;
            stage?: string;
            when?: {
                [key: string]: unknown;
            };
        };
        NodeOfBundleInput: {
            condition?: string;
            department?: string;
            id: string;
            item?: string;
            /** @enum {unknown} */
            kind: "item" | "data-check" | "technical-review" | "intermediary" | "joint" | "external" | "follow-up";
            name: string;
            note?: string;
            optional?: boolean;
            stage?: string;
            when?: {
                [key: string]: unknown;
            };
        };
        NodeView: {
            actions?: string[];
            agencies?: string[];
            department?: string;
            evidence?: string;
            id: string;
            item?: string;
            /** @enum {unknown} */
            kind: "item" | "data-check" | "technical-review" | "intermediary" | "joint" | "external" | "follow-up";
            name: string;
            recordedAt?: string;
            recordedBy?: string;
            stage?: string;
            /** @enum {unknown} */
            standing: "pending" | "in-effect" | "refused";
        };
        NonAcceptanceGiven: {
            competentAuthority?: string;
            declinedAt: string;
            /** @enum {unknown} */
            ground: "no-permit-needed" | "not-competent" | "not-corrected";
            reasons: string[];
        };
        OfficerCompetence: {
            acts: string[];
            items?: string[];
            since: string;
        };
        OfficerCompetenceInput: {
            acts: string[];
            items?: string[];
            since: string;
        };
        OfficerRow: {
            account: string;
            agency: string;
            authorisations?: components["schemas"]["AuthorisationRow"][];
            authorisedUntil?: string;
            competences?: components["schemas"]["OfficerCompetence"][];
            endedAuthorisations?: components["schemas"]["AuthorisationRow"][];
            inPost: boolean;
            limit?: number;
            name: string;
            onLeave: boolean;
            openTasks: number;
            roles?: string[];
        };
        OfficialHoliday: {
            from: string;
            name: components["schemas"]["HolidayName"];
            to: string;
        };
        OfficialHolidayInput: {
            from: string;
            name: components["schemas"]["HolidayNameInput"];
            to: string;
        };
        OpinionRequestView: {
            answerBy: components["schemas"]["DueDate"];
            askedAt: string;
            askedBy: string;
            department: string;
            departmentName?: string;
            /** @enum {unknown} */
            lamp?: "blue" | "yellow" | "red";
            opinion?: components["schemas"]["DepartmentOpinionView"];
            question: string;
            reason?: string;
            remindedAt?: string;
            /** Format: uuid */
            requestId: string;
            round: number;
            /** @enum {unknown} */
            silence: "agreement" | "no-objection" | "awaited";
            silenceSource?: string;
            silent: boolean;
        };
        OpinionView: {
            grounds: string[];
            /** @enum {unknown} */
            recommendation: "grant" | "refuse";
            recordedAt: string;
            reviewer: string;
            reviewerName?: string;
        };
        OrderedTerm: {
            days: number;
            /** @enum {unknown} */
            unit: "working-day" | "calendar-day";
        };
        OrderOfAcceptance: {
            filings: number;
            from: string;
            inOrder: components["schemas"]["FilingInOrder"][];
            nextCursor?: string;
            undecided: number;
        };
        OwnSignUp: {
            signedUpAt: string;
            withdrawnAt?: string;
        };
        ParallelGroup: {
            nodes: string[];
        };
        ParallelGroupInput: {
            nodes: string[];
        };
        ParkedMessage: {
            aggregateId: string;
            id: string;
            name: string;
            parkedAt: string;
            position: number;
            producer: string;
            reason: string;
        };
        ParkedMessages: {
            parked: components["schemas"]["ParkedMessage"][];
        };
        PartyToldView: {
            hearing: boolean;
            /** @enum {unknown} */
            method: "window" | "post" | "electronic" | "announcement";
            noticeNumber: string;
            receivedBy: string;
            servedOn: string;
            stateBy: components["schemas"]["DueDate"];
        };
        PeerClock: {
            participant: string;
            skewMs: number;
        };
        PersonView: {
            department?: string;
            id: string;
            /** @enum {unknown} */
            kind: "person";
            name: string;
            organisation?: string;
            organisationName?: string;
            region: string;
            roles: string[];
        };
        PlaceOfItem: {
            address: string;
            hours: string;
            name: string;
            phone?: string;
        };
        PlaceOfItemInput: {
            address: string;
            hours: string;
            name: string;
            phone?: string;
        };
        PlaceUnderQuota: {
            ahead: number;
            documentNumber: string;
            from: string;
            left: number;
            limit: number;
            place: number;
            until: string;
        };
        PlanOfBundle: {
            edges: components["schemas"]["EdgeOfBundle"][];
            jointInspection?: string[];
            lead?: string;
            nodes: components["schemas"]["NodeOfBundle"][];
            notes?: string[];
            parallel?: components["schemas"]["ParallelGroup"][];
            preconditions?: string[];
            sources?: string[];
            stages?: components["schemas"]["StageOfBundle"][];
        };
        PlanOfBundleInput: {
            edges: components["schemas"]["EdgeOfBundleInput"][];
            jointInspection?: string[];
            lead?: string;
            nodes: components["schemas"]["NodeOfBundleInput"][];
            notes?: string[];
            parallel?: components["schemas"]["ParallelGroupInput"][];
            preconditions?: string[];
            sources?: string[];
            stages?: components["schemas"]["StageOfBundleInput"][];
        };
        PlanView: {
            edges: components["schemas"]["EdgeOfBundle"][];
            nodes: components["schemas"]["NodeView"][];
        };
        PowerOfAgency: {
            certificates: components["schemas"]["CertificateOfItem"][];
            changes: components["schemas"]["ChangeOfPower"][];
            /** @enum {unknown} */
            duty: "decides" | "supervises";
            item: string;
            /** @enum {unknown} */
            itemType: "administrative-permit" | "administrative-penalty" | "administrative-coercion" | "administrative-levy" | "administrative-benefit" | "administrative-inspection" | "administrative-confirmation" | "administrative-reward" | "administrative-adjudication" | "other-administrative-power" | "public-service" | "other";
            legalBasis: string[];
            name: string;
            /** @enum {unknown} */
            powerSource?: "statutory" | "delegated-by-superior" | "authorised-by-superior" | "authorised-by-peer" | "entrusted-by-superior" | "entrusted-by-peer";
        };
        Premises: {
            address: string;
            name: string;
        };
        PremisesInput: {
            address: string;
            name: string;
        };
        /** @description RFC 9457 */
        Problem: {
            /** @description Stable name of the refusal. */
            code: string;
            detail: string;
            /**
             * Format: uri
             * @description The request, as the logs know it.
             */
            instance: string;
            messages: {
                en: string;
                zh: string;
            };
            status: number;
            /** @description In the language of Accept-Language, Chinese by default. */
            title: string;
            /** Format: uri */
            type: string;
            /** @description Every requirement that is not met, never only the first. */
            unmet: {
                message: {
                    en: string;
                    zh: string;
                };
                /** @description Where in the request: `materials.0.file`. */
                path?: string;
                rule: string;
                /** @description Article that asks for it. */
                source?: string;
            }[];
        };
        ProcessLine: {
            code: string;
            name: string;
            publishedAt: string;
            stages: number;
            version: number;
        };
        ProcessOfTrack: {
            code: string;
            version: number;
        };
        ProgressActor: {
            name?: string;
            organisation: string;
            /** @enum {unknown} */
            role: "applicant" | "window" | "agency" | "inspectors" | "department" | "intermediary" | "law";
        };
        ProgressPaper: {
            issuedAt: string;
            issuedBy: string;
            item?: string;
            kind: string;
            number: string;
            officialNumber?: string;
            servedAt?: string;
            title: string;
        };
        ProgressStep: {
            at: string;
            by: components["schemas"]["ProgressActor"];
            item?: string;
            recordedAt?: string;
            what: components["schemas"]["WhatHappened"];
        };
        ProgressSuspension: {
            expectedUntil?: string;
            from: string;
            name: components["schemas"]["Sentence"];
            noticeNumber: string;
            procedure: string;
            until?: string;
        };
        ProgressTrack: {
            agency: string;
            agencyName: string;
            appeal?: components["schemas"]["AppealRoutes"];
            appealUntil?: components["schemas"]["AppealUntil"];
            decision?: components["schemas"]["DecisionSummary"];
            due: components["schemas"]["DueDate"];
            item: string;
            itemName: string;
            /** @enum {unknown} */
            lamp?: "blue" | "yellow" | "red";
            licence?: components["schemas"]["LicenceSummary"];
            promised?: components["schemas"]["DueDate"];
            quota?: components["schemas"]["PlaceUnderQuota"];
            /** @enum {unknown} */
            status: "in-review" | "suspended" | "reviewed" | "granted" | "refused" | "withdrawn";
            suspensions: components["schemas"]["ProgressSuspension"][];
        };
        ProjectAward: {
            agency: components["schemas"]["MarketOrganisation"];
            awardedAt: string;
            contractBy: components["schemas"]["DueDate"];
            contractOverdueSince?: string;
            givenUpAt?: string;
            givenUpReason?: string;
            place: number;
        };
        ProjectContract: {
            amountFen: number;
            deliverBy?: components["schemas"]["DueDate"];
            file: components["schemas"]["FileReference"];
            number: string;
            proposedAt: string;
            signedAt?: string;
        };
        ProjectDelivery: {
            daysLate: number;
            deliveredAt: string;
            file: components["schemas"]["FileReference"];
        };
        ProjectEnd: {
            at: string;
            reason: string;
        };
        ProjectItem: {
            code: string;
            name: string;
        };
        ProjectRow: {
            closesAt: string;
            ownerName: string;
            projectNumber: string;
            publishedAt: string;
            serviceName: string;
            /** @enum {unknown} */
            status: "published" | "closed" | "awarded" | "contract-proposed" | "under-contract" | "delivered" | "failed" | "cancelled";
            title: string;
        };
        ProjectValue: {
            confirmedAt?: string;
            readAt: string;
            source: string;
            value: string;
        };
        ProposeContractReply: {
            contractNumber: string;
            proposedAt: string;
        };
        ProtectDecisionReply: {
            decisionNumber: string;
            ruledAt: string;
        };
        PublicationChange: {
            changedAt: string;
            withheld: components["schemas"]["WithheldPart"][];
        };
        PublicationRuling: {
            disclosed: components["schemas"]["MarkedPartDisclosed"][];
            protection: components["schemas"]["DecisionProtection"][];
            reason?: string;
            ruledAt: string;
            ruledBy: string;
        };
        PublicationTold: {
            disclosed: components["schemas"]["MarkedPartDisclosed"][];
            ruledAt: string;
            withheld: components["schemas"]["WithheldFromPublic"][];
        };
        PublicList: {
            entries: components["schemas"]["MarketOrganisation"][];
            excluded: components["schemas"]["ExcludedAgency"][];
            frozenAt: string;
            hash: string;
        };
        PublishBundleDraftReply: {
            code: string;
            edition: number;
            notes?: components["schemas"]["CatalogueFinding"][];
        };
        PublishBundleReply: {
            code: string;
            edition: number;
            notes?: components["schemas"]["CatalogueFinding"][];
        };
        PublishCalendarReply: {
            edition: number;
            year: number;
        };
        PublishDraftReply: {
            code: string;
            inForceFrom: string;
            notes?: components["schemas"]["CatalogueFinding"][];
            /** @enum {unknown} */
            status: "published" | "in-force" | "retired" | "withdrawn";
            version: number;
        };
        PublishedDecision: {
            agencyName: string;
            corrects?: string;
            holder: string;
            issuedAt: string;
            item: string;
            itemName: string;
            number: string;
            reference: string;
            /** @enum {unknown} */
            standing: "genuine" | "replaced" | "withdrawn";
            withheld?: components["schemas"]["WithheldPart"][];
        };
        PublishedLimit: {
            documentNumber: string;
            from: string;
            limit: number;
            publishedAt: string;
            until: string;
        };
        PublishGuidanceReply: {
            code: string;
            version: number;
        };
        PublishImplementationReply: {
            district: string;
            edition: number;
            inForceFrom: string;
            item: string;
            notes?: components["schemas"]["CatalogueFinding"][];
            /** @enum {unknown} */
            status: "published" | "in-force" | "retired" | "withdrawn";
        };
        PublishItemReply: {
            code: string;
            edition: number;
            notes?: components["schemas"]["CatalogueFinding"][];
        };
        PublishOfficerReply: {
            publishedAt: string;
        };
        PublishProcessReply: {
            code: string;
            remarks?: components["schemas"]["RemarkOnProcess"][];
            version: number;
        };
        PublishProjectReply: {
            notice: components["schemas"]["DrawTerms"];
            projectNumber: string;
            signUpUntil: components["schemas"]["DueDate"];
        };
        PublishProjectRequest: {
            avoided: components["schemas"]["AvoidedAgencyInput"][];
            budgetFen: number;
            contact: components["schemas"]["ContactInput"];
            deliverWithinDays: number;
            /** @enum {unknown} */
            funds: "state" | "private";
            needId?: string;
            scope: string;
            service: string;
            title: string;
            urgentReason?: string;
        };
        PublishQuotaReply: {
            publishedAt: string;
        };
        PublishServiceReply: {
            code: string;
            edition: number;
        };
        PublishSynonymsReply: {
            edition: number;
        };
        PublishSynonymsRequest: {
            basedOn: number;
            groups: components["schemas"]["SynonymGroupInput"][];
            ignored: string[];
        };
        QuestionOfItem: {
            answer: string;
            question: string;
        };
        QuestionOfItemInput: {
            answer: string;
            question: string;
        };
        QuotaPeriodView: {
            documentNumber: string;
            from: string;
            granted: number;
            left: number;
            limit: number;
            until: string;
        };
        QuotaRow: {
            item: string;
            itemName?: string;
            period: components["schemas"]["QuotaPeriodView"];
        };
        RankedAgency: {
            creditCode: string;
            place: number;
            score: string;
        };
        RateCounterpartReply: {
            ratedAt: string;
        };
        RateServiceReply: {
            ratedAt: string;
        };
        RatingGiven: {
            ratedAt: string;
            remark?: string;
            stars: number;
        };
        RecordAnswersReply: {
            recordedAt: string;
        };
        RecordChecklistReply: {
            recordedAt: string;
        };
        RecordLeaveReply: {
            recordedAt: string;
        };
        RecordLicenceUseReply: {
            recordedAt: string;
        };
        RecordNodeReply: {
            recordedAt: string;
            told: string[];
        };
        RecordOpinionReply: {
            recordedAt: string;
        };
        RecordStatementReply: {
            statedAt: string;
        };
        RefusalOfTask: {
            code: string;
            en: string;
            unmet: components["schemas"]["UnmetOfTask"][];
            zh: string;
        };
        RegionalDays: {
            holidays: components["schemas"]["OfficialHoliday"][];
            makeUpWorkdays: string[];
            region: string;
            source: components["schemas"]["CalendarNotice"];
        };
        RegionalDaysInput: {
            holidays: components["schemas"]["OfficialHolidayInput"][];
            makeUpWorkdays: string[];
            region: string;
            source: components["schemas"]["CalendarNoticeInput"];
        };
        RegisterAgencyReply: {
            edition: number;
            registeredAt: string;
        };
        ReinstateAgencyReply: {
            since: string;
        };
        RelatedExclusion: {
            ofEachOther: boolean;
            ofOwner: boolean;
        };
        RelatedOrganisation: {
            creditCode: string;
            name: string;
            relation: string;
        };
        RelatedOrganisationInput: {
            creditCode: string;
            name: string;
            relation: string;
        };
        RemarkOnProcess: {
            en: string;
            zh: string;
        };
        ReopenTrackReply: {
            promised?: components["schemas"]["DueDate"];
            quashedDecision: string;
            reopenedAt: string;
            statutory: components["schemas"]["DueDate"];
        };
        ReplacedService: {
            /** @enum {unknown} */
            method: "electronic" | "window" | "post" | "left" | "entrusted" | "announcement";
            reason: string;
            receivedBy: string;
            replacedAt: string;
            servedAt: string;
        };
        ReportingOfProcess: {
            agency: string;
            agencyName: string;
            within: components["schemas"]["StatutoryTermOfProcess"];
        };
        ReportingOfProcessInput: {
            agency: string;
            agencyName: string;
            within: components["schemas"]["StatutoryTermOfProcessInput"];
        };
        ReportsToView: {
            agency: string;
            agencyName: string;
        };
        RequestCorrectionReply: {
            correctBy: components["schemas"]["DueDate"];
            noticeNumber: string;
        };
        ResubmitApplicationReply: {
            receivedAt: string;
        };
        ResultOfItem: {
            appeal?: components["schemas"]["AppealRoutes"];
            decision: components["schemas"]["DecisionSummary"];
            item: string;
            itemName: string;
            licence?: components["schemas"]["LicenceSummary"];
        };
        ReturnContractReply: {
            returnedAt: string;
        };
        ReturnOfProcess: {
            from: string;
            to: string;
        };
        ReturnOfProcessInput: {
            from: string;
            to: string;
        };
        ReturnStageReply: {
            returnedAt: string;
        };
        ReturnView: {
            at: string;
            by: string;
            from: string;
            reason: string;
        };
        ReviewBundleDraftReply: {
            code: string;
            revision: number;
            /** @enum {unknown} */
            status: "drafted" | "reviewed" | "published";
        };
        ReviewDecisionDraftReply: {
            reviewedAt: string;
        };
        ReviewDraftReply: {
            code: string;
            revision: number;
            /** @enum {unknown} */
            status: "drafted" | "reviewed" | "published";
        };
        RevokeAuthorisationReply: {
            revokedAt: string;
        };
        SampleField: {
            example: string;
            label: string;
            note?: string;
        };
        SampleFieldInput: {
            example: string;
            label: string;
            note?: string;
        };
        SampleForm: {
            fields: components["schemas"]["SampleField"][];
            title: string;
        };
        SampleFormInput: {
            fields: components["schemas"]["SampleFieldInput"][];
            title: string;
        };
        SaveBundleDraftReply: {
            code: string;
            findings: components["schemas"]["CatalogueFinding"][];
            revision: number;
            /** @enum {unknown} */
            status: "drafted" | "reviewed" | "published";
        };
        SaveDraftReply: {
            code: string;
            findings: components["schemas"]["CatalogueFinding"][];
            revision: number;
            /** @enum {unknown} */
            status: "drafted" | "reviewed" | "published";
        };
        SealOnPaper: {
            algorithm: string;
            keyId: string;
            publicKey?: string;
            sealedAt: string;
            signature: string;
            signedText: string;
        };
        Sentence: {
            en: string;
            zh: string;
        };
        ServedItem: {
            approvingAgency: string;
            item: string;
            itemName: string;
        };
        ServedItemInput: {
            approvingAgency: string;
            item: string;
            itemName: string;
        };
        ServePaperReply: {
            servedAt: string;
        };
        ServiceItem: {
            agencyCreditCode?: string;
            /** @enum {unknown} */
            agencyKind?: "statutory-organ" | "authorised" | "entrusted";
            bases?: components["schemas"]["LegalBasisOfItem"][];
            basicCode?: string;
            channels?: string[];
            charged: boolean;
            code: string;
            complaints: string;
            conditions: string[];
            consultation: string;
            decidingAgency: string;
            decidingAgencyName: string;
            entrustedBy?: string;
            feeBasis?: string;
            fees?: components["schemas"]["FeeOfItem"][];
            form?: {
                [key: string]: unknown;
            };
            /** @enum {unknown} */
            handlingType: "on-the-spot" | "promised";
            implementationCode?: string;
            intermediaryServices?: components["schemas"]["IntermediaryServiceOfItem"][];
            /** @enum {unknown} */
            itemType: "administrative-permit" | "administrative-penalty" | "administrative-coercion" | "administrative-levy" | "administrative-benefit" | "administrative-inspection" | "administrative-confirmation" | "administrative-reward" | "administrative-adjudication" | "other-administrative-power" | "public-service" | "other";
            keywords?: string[];
            lapse?: components["schemas"]["LapseOfItem"];
            legalBasis: string[];
            /** @enum {unknown} */
            level?: "1" | "2" | "3" | "4" | "5" | "6";
            lifeEvents?: string[];
            localCode?: string;
            materials: components["schemas"]["MaterialOfItem"][];
            name: string;
            /** @enum {unknown} */
            onlineDepth?: "information" | "booking" | "preliminary" | "complete";
            paidOnline?: boolean;
            places?: components["schemas"]["PlaceOfItem"][];
            /** @enum {unknown} */
            powerSource?: "statutory" | "delegated-by-superior" | "authorised-by-superior" | "authorised-by-peer" | "entrusted-by-superior" | "entrusted-by-peer";
            procedure: string[];
            promisedTerm?: components["schemas"]["TermOfItem"];
            quantityLimit: string;
            questions?: components["schemas"]["QuestionOfItem"][];
            resultName: string;
            resultSample?: string;
            /** @enum {unknown} */
            resultType?: "licence" | "approval-document" | "other";
            served?: string[];
            siteVisit: boolean;
            specialProcedures?: components["schemas"]["SpecialProcedureOfItem"][];
            statutoryTerm: components["schemas"]["TermOfItem"];
            supervisingDepartment?: string;
            themes?: string[];
            validityYears?: number;
            visitReason?: string;
            visits?: number;
            warnings?: components["schemas"]["WarningsOfItem"];
        };
        ServiceOfList: {
            code: string;
            items: components["schemas"]["ServedItem"][];
            legalBasis: string[];
            matters?: components["schemas"]["AskingItem"][];
            name: string;
            qualifications: components["schemas"]["NeededQualification"][];
        };
        ServiceRecord: {
            /** @enum {unknown} */
            method: "electronic" | "window" | "post" | "left" | "entrusted" | "announcement";
            noticedIn?: string;
            noticedOn?: string;
            otherWaysFailed?: string;
            receiptNumber?: string;
            receivedBy: string;
            recordedAt?: string;
            recording?: string;
            replaced?: components["schemas"]["ReplacedService"][];
            servedAt: string;
            through?: string;
            witnesses?: string[];
        };
        SessionOpened: {
            expiresAt: string;
            person: components["schemas"]["PersonView"];
            token: string;
        };
        SignatureView: {
            inspector: string;
            signedAt: string;
        };
        SignChecklistReply: {
            /** @enum {unknown} */
            inspectionStatus: "arranged" | "under-way" | "completed";
            signedAt: string;
        };
        SignContractReply: {
            contractNumber: string;
            deliverBy: components["schemas"]["DueDate"];
            signedAt: string;
        };
        SignInRequest: {
            account: string;
            password: string;
        };
        SignUpReply: {
            signedUpAt: string;
        };
        SpecialProcedureOfItem: {
            days?: number;
            explanation?: string;
            /** @enum {unknown} */
            kind: "hearing" | "bidding" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert-review";
        };
        SpecialProcedureOfItemInput: {
            days?: number;
            explanation?: string;
            /** @enum {unknown} */
            kind: "hearing" | "bidding" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert-review";
        };
        SpecialProcedureView: {
            carriedOutBy: string;
            conclusion?: string;
            from: string;
            noticeNumber: string;
            ownProcedure?: string;
            /** @enum {unknown} */
            procedure: "hearing" | "tendering" | "auction" | "inspection-of-goods" | "testing" | "quarantine" | "appraisal" | "expert-review" | "of-the-item";
            /** Format: uuid */
            procedureId: string;
            until?: string;
        };
        StageOfBundle: {
            id: string;
            lead?: string;
            name: string;
        };
        StageOfBundleInput: {
            id: string;
            lead?: string;
            name: string;
        };
        StageOfProcess: {
            after: string[];
            agency?: string;
            agencyName?: string;
            atLeast?: number;
            code: string;
            inBatch?: boolean;
            /** @enum {unknown} */
            join?: "all" | "any";
            /** @enum {unknown} */
            kind: "first-review" | "review" | "check" | "consultation" | "inspection" | "expert-review" | "deliberation" | "publicity" | "draft" | "decision";
            name: string;
            reportsTo?: components["schemas"]["ReportingOfProcess"];
            /** @enum {unknown} */
            role: "approver" | "inspector" | "decision-officer" | "agency-head";
            when?: {
                [key: string]: unknown;
            };
            workingDays?: number;
        };
        StageOfProcessInput: {
            after: string[];
            agency?: string;
            agencyName?: string;
            atLeast?: number;
            code: string;
            inBatch?: boolean;
            /** @enum {unknown} */
            join?: "all" | "any";
            /** @enum {unknown} */
            kind: "first-review" | "review" | "check" | "consultation" | "inspection" | "expert-review" | "deliberation" | "publicity" | "draft" | "decision";
            name: string;
            reportsTo?: components["schemas"]["ReportingOfProcessInput"];
            /** @enum {unknown} */
            role: "approver" | "inspector" | "decision-officer" | "agency-head";
            when?: {
                [key: string]: unknown;
            };
            workingDays?: number;
        };
        StageView: {
            actions?: string[];
            agency?: string;
            agencyName?: string;
            code: string;
            doneAt?: string;
            due?: components["schemas"]["DueDate"];
            /** @enum {unknown} */
            kind: "first-review" | "review" | "check" | "consultation" | "inspection" | "expert-review" | "deliberation" | "publicity" | "draft" | "decision";
            name: string;
            outcome?: string;
            overdueSince?: string;
            remark?: string;
            returned?: components["schemas"]["ReturnView"];
            returnsTo?: string[];
            /** @enum {unknown} */
            role: "approver" | "inspector" | "decision-officer" | "agency-head";
            since?: string;
            skippedBecause?: string;
            /** @enum {unknown} */
            status: "waiting" | "active" | "done" | "skipped";
            unanswered?: string[];
        };
        StandardOfItem: {
            acceptanceStandard: string;
            item: string;
        };
        StartSpecialProcedureReply: {
            expectedDue: components["schemas"]["DueDate"];
            noticeNumber: string;
            /** Format: uuid */
            procedureId: string;
            suspendedFrom: string;
        };
        StatementView: {
            /** @enum {unknown} */
            kind: "statement" | "waiver";
            /** Format: uuid */
            partyId?: string;
            statedAt: string;
            text: string;
        };
        StatutoryTermOfProcess: {
            days: number;
            source: string;
            /** @enum {unknown} */
            unit: "working-day" | "calendar-day";
        };
        StatutoryTermOfProcessInput: {
            days: number;
            source: string;
            /** @enum {unknown} */
            unit: "working-day" | "calendar-day";
        };
        SubmitApplicationReply: {
            /** Format: uuid */
            applicationId: string;
            applicationNumber: string;
            queryCode?: string;
            receivedAt: string;
        };
        SubmitApplicationRequest: {
            answers?: {
                [key: string]: unknown;
            };
            applicant: components["schemas"]["ApplicantOrganisationInput"];
            bundle?: string;
            confidential?: components["schemas"]["ConfidentialityMarkInput"][];
            contact: components["schemas"]["ContactInput"];
            electronicService: boolean;
            fromLocker?: components["schemas"]["MaterialFromLocker"][];
            items: string[];
            materials: components["schemas"]["SubmittedMaterial"][];
            premises: components["schemas"]["PremisesInput"];
            truthDeclared: boolean;
        };
        SubmittedMaterial: {
            fileReceipt: string;
            material: string;
        };
        SupervisedItem: {
            changed: components["schemas"]["ChangeOfItem"];
            decidingAgency: string;
            decidingAgencyName: string;
            /** @enum {unknown} */
            duty: "decides" | "supervises" | "decided-before";
            edition: number;
            from: string;
            intermediaryServices: string[];
            item: string;
            name: string;
            promised?: components["schemas"]["TermInDays"];
            resultName: string;
            /** @enum {unknown} */
            status: "in-force" | "retired";
            statutoryTerm: components["schemas"]["TermInDays"];
            supervisingDepartment?: string;
            /** @enum {unknown} */
            type: "administrative-permit" | "administrative-penalty" | "administrative-coercion" | "administrative-levy" | "administrative-benefit" | "administrative-inspection" | "administrative-confirmation" | "administrative-reward" | "administrative-adjudication" | "other-administrative-power" | "public-service" | "other";
        };
        SuspendAgencyReply: {
            since: string;
        };
        SynonymGroup: {
            means: string[];
            words: string[];
        };
        SynonymGroupInput: {
            means: string[];
            words: string[];
        };
        TaskReply: {
            officer?: string;
            officerName?: string;
            since?: string;
        };
        TaskRequest: {
            caseNumber: string;
            item: string;
            stage: string;
        };
        TaskResult: {
            caseNumber: string;
            decisionNumber?: string;
            done: boolean;
            item: string;
            refusal?: components["schemas"]["RefusalOfTask"];
            stage: string;
        };
        TaskRow: {
            actions: string[];
            address: string;
            applicantName: string;
            caseNumber: string;
            dueOn?: string;
            greenLane: boolean;
            item: string;
            itemName: string;
            /** @enum {unknown} */
            kind?: "first-review" | "review" | "check" | "consultation" | "inspection" | "expert-review" | "deliberation" | "publicity" | "draft" | "decision";
            /** @enum {unknown} */
            lamp?: "blue" | "yellow" | "red";
            officer?: string;
            officerName?: string;
            premisesName: string;
            role: string;
            stage: string;
            stageName: string;
            /** @enum {unknown} */
            status: "in-review" | "suspended" | "reviewed" | "granted" | "refused" | "withdrawn";
            withheld?: components["schemas"]["WithheldActions"][];
        };
        TasksByLamp: {
            blue: number;
            none: number;
            red: number;
            yellow: number;
        };
        TellInterestedPartyReply: {
            noticeNumber: string;
            stateBy: components["schemas"]["DueDate"];
        };
        TermInDays: {
            days: number;
            /** @enum {unknown} */
            unit: "working-day" | "calendar-day";
        };
        TermOfItem: {
            days: number;
            exclusions?: components["schemas"]["ExclusionOfTerm"][];
            extension?: components["schemas"]["ExtensionOfTerm"];
            source: string;
            /** @enum {unknown} */
            unit: "working-day" | "calendar-day";
        };
        TermOfItemInput: {
            days: number;
            exclusions?: components["schemas"]["ExclusionOfTermInput"][];
            extension?: components["schemas"]["ExtensionOfTermInput"];
            source: string;
            /** @enum {unknown} */
            unit: "working-day" | "calendar-day";
        };
        TraceEntry: {
            actor: components["schemas"]["ActorOfEntry"];
            aggregate: string;
            aggregateId: string;
            aggregateVersion: number;
            cause: string;
            /** Format: uuid */
            entryId: string;
            hash: string;
            name: string;
            occurredAt: string;
            position?: number;
            recordedAt: string;
            route?: string;
            sequence: number;
        };
        TrackDue: {
            agency: string;
            item: string;
            itemName: string;
            promised?: components["schemas"]["DueDate"];
            statutory: components["schemas"]["DueDate"];
        };
        TrackView: {
            actions: string[];
            agency: string;
            agencyName: string;
            appeal?: components["schemas"]["AppealRoutes"];
            appealUntil?: components["schemas"]["AppealUntil"];
            awaits?: components["schemas"]["AwaitedResult"][];
            beforeStart?: components["schemas"]["AwaitedResult"][];
            certificate?: components["schemas"]["CertificateView"];
            confidential?: components["schemas"]["ConfidentialityMark"][];
            consultation?: components["schemas"]["ConsultationCount"];
            decision?: components["schemas"]["DecisionSummary"];
            delay?: components["schemas"]["DelayReasonView"];
            draft?: components["schemas"]["DecisionDraftView"];
            explanationEn: string[];
            explanationZh: string[];
            extension?: components["schemas"]["ExtensionView"];
            item: string;
            itemName: string;
            /** @enum {unknown} */
            lamp?: "blue" | "yellow" | "red";
            licence?: components["schemas"]["LicenceSummary"];
            missedAt?: string;
            opinion?: components["schemas"]["OpinionView"];
            process?: components["schemas"]["ProcessOfTrack"];
            promised?: components["schemas"]["DueDate"];
            /** @enum {unknown} */
            promisedLamp?: "blue" | "yellow" | "red";
            promisedMissedAt?: string;
            publication?: components["schemas"]["PublicationRuling"][];
            publicationTold?: components["schemas"]["PublicationTold"][];
            reportsTo?: components["schemas"]["ReportsToView"];
            specialProcedures: components["schemas"]["SpecialProcedureView"][];
            stages?: components["schemas"]["StageView"][];
            /** @enum {unknown} */
            status: "in-review" | "suspended" | "reviewed" | "granted" | "refused" | "withdrawn";
            statutory: components["schemas"]["DueDate"];
            suspendedWorkingDays?: number;
            transferredUp?: components["schemas"]["TransferredUpView"];
            withheld?: components["schemas"]["WithheldActions"][];
        };
        TransferredUpView: {
            at: string;
            due: components["schemas"]["DueDate"];
            from: string;
            fromName: string;
            /** @enum {unknown} */
            lamp?: "blue" | "yellow" | "red";
            missedAt?: string;
            opinion?: components["schemas"]["OpinionView"];
            to: string;
            toName: string;
        };
        TransferTrackReply: {
            promised?: components["schemas"]["DueDate"];
            statutory: components["schemas"]["DueDate"];
            to: string;
            toName: string;
            transferredAt: string;
        };
        UnmetOfTask: {
            en: string;
            path?: string;
            rule: string;
            source?: string;
            zh: string;
        };
        VerifyLicenceReply: {
            holder: string;
            issuedBy: string;
            lapseSource?: string;
            licenceNumber: string;
            name: string;
            /** @enum {unknown} */
            status: "valid" | "expired" | "lapsed" | "annulled";
            useBy?: string;
            validFrom: string;
            validUntil?: string;
        };
        VerifyPaperReply: {
            corrects?: string;
            digest: string;
            issuedAt: string;
            issuedBy: string;
            number: string;
            reference: string;
            replacedBy?: string;
            seal?: components["schemas"]["SealOnPaper"];
            /** @enum {unknown} */
            standing: "genuine" | "replaced" | "withdrawn";
            title: string;
        };
        VersionOfItem: {
            inForceFrom: string;
            inForceSince?: string;
            publishedAt: string;
            retiredAt?: string;
            retiredBecause?: string;
            /** @enum {unknown} */
            status: "published" | "in-force" | "retired" | "withdrawn";
            version: number;
            withdrawnAt?: string;
            withdrawnBecause?: string;
        };
        WarningsOfItem: {
            certificate?: components["schemas"]["LampThreshold"][];
            promised?: components["schemas"]["LampThreshold"][];
            statutory?: components["schemas"]["LampThreshold"][];
        };
        WarningsOfItemInput: {
            certificate?: components["schemas"]["LampThresholdInput"][];
            promised?: components["schemas"]["LampThresholdInput"][];
            statutory?: components["schemas"]["LampThresholdInput"][];
        };
        WhatHappened: {
            en: string;
            kind: string;
            zh: string;
        };
        WithdrawApplicationReply: {
            withdrawnAt: string;
        };
        WithdrawSignUpReply: {
            withdrawnAt: string;
        };
        WithdrawTrackReply: {
            items: string[];
            withdrawnAt: string;
        };
        WithdrawVersionReply: {
            code: string;
            /** @enum {unknown} */
            status: "published" | "in-force" | "retired" | "withdrawn";
            version: number;
        };
        WithheldActions: {
            actions: string[];
            en: string;
            rule: string;
            source?: string;
            zh: string;
        };
        WithheldFromPublic: {
            /** @enum {unknown} */
            kind: "trade-secret" | "personal-privacy" | "state-secret";
            parts: ("holder" | "item" | "legal-basis" | "conditions")[];
        };
        WithheldPart: {
            /** @enum {unknown} */
            kind: "trade-secret" | "personal-privacy";
            parts: ("holder" | "item" | "legal-basis" | "conditions")[];
        };
    };
    responses: {
        /** @description 请求有误 The request is malformed or a field is wrong */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 未登录或登录已失效 Nobody is signed in, or the session is over */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 没有权限 The person may not do this */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 没有找到 There is no such thing, or it does not concern the person */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 与当前状态冲突 The current state does not allow it, or the key was used for another request */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 请求过大 The request is too large */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 内容类型不支持 The content type is not accepted */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 不符合要求 Requirements are not met; all of them are listed */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 请求过于频繁 Too much was asked; see Retry-After */
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 系统内部错误 An internal error was recorded */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 暂时无法办理 Not now; try again with the same idempotency key */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description 结果未知 No answer in time; try again with the same idempotency key, nothing is done twice */
        Problem504: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
        AcceptLanguage: string;
        /**
         * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
         * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description 请求编号 The id of this request in the logs of every service. */
        CorrelationId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    intakeListApplications: {
        parameters: {
            query?: {
                /** @example 2026-04-27T01:10:00.000Z/000002 */
                cursor?: string;
                /** @example 20 */
                limit?: number;
                /** @example accepted */
                status?: "submitted" | "awaiting-correction" | "corrected" | "accepted" | "decided" | "dispatched" | "declined" | "withdrawn" | "returned";
                /** @example 临江 */
                text?: string;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "applications": [
                     *         {
                     *           "applicationId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10",
                     *           "applicationNumber": "SQ20260427-000001",
                     *           "caseNumber": "379900-20260429-000001",
                     *           "status": "accepted",
                     *           "applicantName": "海棠市临江小馆餐饮有限公司",
                     *           "receivedAt": "2026-04-27T01:10:00.000Z"
                     *         }
                     *       ],
                     *       "total": 31,
                     *       "nextCursor": "2026-04-27T01:10:00.000Z/000001"
                     *     }
                     */
                    "application/json": components["schemas"]["ListApplicationsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeSubmitApplication: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         "food-business-permit",
                 *         "public-assembly-fire-check",
                 *         "large-outdoor-ad",
                 *         "drainage-permit"
                 *       ],
                 *       "bundle": "restaurant",
                 *       "applicant": {
                 *         "name": "海棠市临江小馆餐饮有限公司",
                 *         "creditCode": "91371500MA9YXW1T5X"
                 *       },
                 *       "contact": {
                 *         "name": "林悦",
                 *         "phone": "13900000001"
                 *       },
                 *       "premises": {
                 *         "name": "临江小馆",
                 *         "address": "海棠市东城区临江路18号"
                 *       },
                 *       "materials": [
                 *         {
                 *           "material": "kitchen-layout",
                 *           "fileReceipt": "eyJhbGciOiJFZERTQSIsInR5cCI6ImZpbGUtcmVjZWlwdCtqd3QifQ.eyJzdWIiOiJsaW4ueXVlIn0.c2lnbmF0dXJl"
                 *         }
                 *       ],
                 *       "truthDeclared": true,
                 *       "electronicService": true,
                 *       "fromLocker": [
                 *         {
                 *           "material": "water-quality-report",
                 *           "lockerFile": "ZJ20260428-000001:60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"
                 *         }
                 *       ],
                 *       "answers": {
                 *         "siteArea": 186.5,
                 *         "publicAssembly": true
                 *       },
                 *       "confidential": [
                 *         {
                 *           "kind": "trade-secret",
                 *           "parts": [
                 *             "conditions"
                 *           ],
                 *           "item": "food-business-permit",
                 *           "reason": "条件中写明了尚未公开的配方。"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SubmitApplicationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "applicationId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10",
                     *       "applicationNumber": "SQ20260427-000001",
                     *       "receivedAt": "2026-04-27T01:10:00.000Z",
                     *       "queryCode": "7KQ4M2XW9H"
                     *     }
                     */
                    "application/json": components["schemas"]["SubmitApplicationReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeFindApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "applicationId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10",
                     *       "applicationNumber": "SQ20260427-000001",
                     *       "status": "dispatched",
                     *       "actions": [
                     *         "rate"
                     *       ],
                     *       "caseNumber": "379900-20260429-000001",
                     *       "bundle": "restaurant",
                     *       "items": [
                     *         "food-business-permit",
                     *         "public-assembly-fire-check",
                     *         "large-outdoor-ad",
                     *         "drainage-permit"
                     *       ],
                     *       "applicant": {
                     *         "name": "海棠市临江小馆餐饮有限公司",
                     *         "creditCode": "91371500MA9YXW1T5X"
                     *       },
                     *       "contact": {
                     *         "name": "林悦",
                     *         "phone": "13900000001"
                     *       },
                     *       "premises": {
                     *         "name": "临江小馆",
                     *         "address": "海棠市东城区临江路18号"
                     *       },
                     *       "receivedAt": "2026-04-27T01:10:00.000Z",
                     *       "acceptedAt": "2026-04-29T07:00:00.000Z",
                     *       "answerBy": {
                     *         "due": "2026-05-06"
                     *       },
                     *       "materials": [
                     *         {
                     *           "material": "kitchen-layout",
                     *           "name": "主要设备设施布局和操作流程文件",
                     *           "files": [
                     *             {
                     *               "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *               "name": "布局图.pdf",
                     *               "mediaType": "application/pdf",
                     *               "size": 48213
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "material": "water-quality-report",
                     *           "name": "排水水质、水量检测报告",
                     *           "files": [
                     *             {
                     *               "hash": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
                     *               "name": "水质检测报告.pdf",
                     *               "mediaType": "application/pdf",
                     *               "size": 120877
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "correctionRemarks": [
                     *         {
                     *           "material": "water-quality-report",
                     *           "problem": "missing",
                     *           "explanation": "请补交排水水质、水量检测报告（受理前一个月内出具）。"
                     *         },
                     *         {
                     *           "material": "floor-plan",
                     *           "problem": "wrong",
                     *           "explanation": "平面布置图未标明第二安全出口，请重新绘制。"
                     *         }
                     *       ],
                     *       "correctBy": {
                     *         "notBefore": "2027-01-04",
                     *         "missingYear": 2027
                     *       },
                     *       "nonAcceptance": {
                     *         "ground": "not-competent",
                     *         "reasons": [
                     *           "该事项由省级机关实施。"
                     *         ],
                     *         "competentAuthority": "省住房和城乡建设厅",
                     *         "declinedAt": "2026-04-28T01:00:00.000Z"
                     *       },
                     *       "effects": [
                     *         {
                     *           "kind": "accepted-by-silence",
                     *           "article": "行政许可法 32①(四)",
                     *           "becameSoAt": "2026-05-07T16:00:00.000Z",
                     *           "recordedAt": "2026-05-08T01:00:00.000Z",
                     *           "countsFrom": "2026-04-27",
                     *           "followsZh": "逾期未一次告知补正，自收到申请材料之日起即为受理。",
                     *           "followsEn": "No complete correction notice was given in time: accepted since the day of receipt."
                     *         }
                     *       ],
                     *       "tracks": [
                     *         {
                     *           "item": "food-business-permit",
                     *           "itemName": "食品经营许可（新办）",
                     *           "agency": "bureau",
                     *           "statutory": {
                     *             "due": "2026-05-22"
                     *           },
                     *           "promised": {
                     *             "due": "2026-05-15"
                     *           }
                     *         },
                     *         {
                     *           "item": "public-assembly-fire-check",
                     *           "itemName": "公众聚集场所投入使用、营业前消防安全检查",
                     *           "agency": "fire-rescue",
                     *           "statutory": {
                     *             "due": "2026-05-20"
                     *           }
                     *         }
                     *       ],
                     *       "papers": [
                     *         {
                     *           "number": "受理〔2026〕000001号",
                     *           "officialNumber": "海棠市政务服务中心受理字〔2026〕第1号",
                     *           "kind": "acceptance-receipt",
                     *           "title": "受理通知书",
                     *           "issuedBy": "海棠市政务服务中心",
                     *           "issuedAt": "2026-04-29T07:00:00.000Z",
                     *           "service": {
                     *             "method": "electronic",
                     *             "servedAt": "2026-04-29T07:00:00.000Z",
                     *             "receivedBy": "林悦"
                     *           },
                     *           "queryCode": "7KQ4M2XW9H"
                     *         },
                     *         {
                     *           "number": "379900-20260429-000001-01-D",
                     *           "kind": "decision",
                     *           "title": "行政许可决定书",
                     *           "issuedBy": "海棠市行政审批服务局",
                     *           "issuedAt": "2026-05-14T02:05:00.000Z",
                     *           "item": "food-business-permit",
                     *           "service": {
                     *             "method": "electronic",
                     *             "servedAt": "2026-05-14T02:05:00.000Z",
                     *             "receivedBy": "林悦"
                     *           },
                     *           "corrects": "受理〔2026〕000001号",
                     *           "actions": [
                     *             "correct-paper"
                     *           ]
                     *         }
                     *       ],
                     *       "results": [
                     *         {
                     *           "item": "food-business-permit",
                     *           "itemName": "食品经营许可（新办）",
                     *           "decision": {
                     *             "number": "379900-20260429-000001-01-D",
                     *             "outcome": "granted",
                     *             "decidedAt": "2026-05-14T02:05:00.000Z",
                     *             "agency": "bureau",
                     *             "agencyName": "海棠市行政审批服务局",
                     *             "reasons": []
                     *           },
                     *           "licence": {
                     *             "number": "379900-20260429-000001-01-L",
                     *             "name": "食品经营许可证",
                     *             "validFrom": "2026-05-14",
                     *             "validUntil": "2031-05-13",
                     *             "verificationCode": "vK3mQ9xT2bWnR7cY"
                     *           }
                     *         },
                     *         {
                     *           "item": "large-outdoor-ad",
                     *           "itemName": "大型户外广告设置许可",
                     *           "decision": {
                     *             "number": "379900-20260429-000001-03-D",
                     *             "outcome": "refused",
                     *             "decidedAt": "2026-05-14T02:10:00.000Z",
                     *             "agency": "bureau",
                     *             "agencyName": "海棠市行政审批服务局",
                     *             "reasons": [
                     *               "招牌遮挡消防救援窗口。"
                     *             ]
                     *           },
                     *           "appeal": {
                     *             "reconsiderationBody": "海棠市人民政府",
                     *             "reconsiderationTerm": "自知道本决定之日起六十日内",
                     *             "court": "海棠市人民法院",
                     *             "litigationTerm": "自知道或者应当知道本决定之日起六个月内"
                     *           }
                     *         }
                     *       ],
                     *       "dispatchedAt": "2026-05-15T01:30:00.000Z",
                     *       "rating": {
                     *         "stars": 5,
                     *         "remark": "一次办成。",
                     *         "ratedAt": "2026-05-15T01:40:00.000Z"
                     *       },
                     *       "queryCode": "7KQ4M2XW9H",
                     *       "jointTerm": {
                     *         "due": "2026-07-06"
                     *       },
                     *       "answers": {
                     *         "siteArea": 186.5,
                     *         "publicAssembly": true
                     *       },
                     *       "form": {
                     *         "type": "object",
                     *         "properties": {
                     *           "siteArea": {
                     *             "type": "number",
                     *             "title": "场所建筑面积（平方米）",
                     *             "x-title-en": "Floor area (m²)",
                     *             "exclusiveMinimum": 0
                     *           },
                     *           "publicAssembly": {
                     *             "type": "boolean",
                     *             "title": "是否对公众开放"
                     *           }
                     *         },
                     *         "required": [
                     *           "siteArea",
                     *           "publicAssembly"
                     *         ]
                     *       },
                     *       "plan": {
                     *         "stages": [
                     *           {
                     *             "id": "S1",
                     *             "name": "开业前",
                     *             "lead": "市场监管"
                     *           }
                     *         ],
                     *         "nodes": [
                     *           {
                     *             "id": "license-check",
                     *             "name": "营业执照信息核验",
                     *             "kind": "data-check"
                     *           },
                     *           {
                     *             "id": "food",
                     *             "name": "食品经营许可（新办）",
                     *             "kind": "item",
                     *             "item": "food-business-permit",
                     *             "department": "市场监管",
                     *             "stage": "S1"
                     *           },
                     *           {
                     *             "id": "fire",
                     *             "name": "公众聚集场所投入使用、营业前消防安全检查",
                     *             "kind": "item",
                     *             "item": "public-assembly-fire-check",
                     *             "department": "消防救援",
                     *             "stage": "S1",
                     *             "optional": true
                     *           }
                     *         ],
                     *         "edges": [
                     *           {
                     *             "from": "license-check",
                     *             "to": "food",
                     *             "type": "hard"
                     *           },
                     *           {
                     *             "from": "license-check",
                     *             "to": "fire",
                     *             "type": "hard",
                     *             "basis": "即墨2024-09-03方案"
                     *           },
                     *           {
                     *             "from": "food",
                     *             "to": "fire",
                     *             "type": "soft"
                     *           }
                     *         ]
                     *       },
                     *       "handedUp": [
                     *         {
                     *           "item": "travel-agency-permit",
                     *           "to": "provincial-tourism",
                     *           "toName": "省文化和旅游厅",
                     *           "at": "2026-05-14T02:00:00.000Z",
                     *           "materials": [
                     *             "travel-agency-permit-m1"
                     *           ]
                     *         }
                     *       ],
                     *       "answerRemarks": [
                     *         {
                     *           "field": "siteArea",
                     *           "explanation": "与平面图所示面积不一致，请核对后更正"
                     *         }
                     *       ],
                     *       "confidential": [
                     *         {
                     *           "kind": "trade-secret",
                     *           "parts": [
                     *             "conditions"
                     *           ],
                     *           "item": "food-business-permit",
                     *           "reason": "条件中写明了尚未公开的配方。"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FindApplicationReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeAcceptApplication: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "caseNumber": "379900-20260429-000001",
                     *       "receiptNumber": "受理〔2026〕000001号",
                     *       "acceptedAt": "2026-04-29T07:00:00.000Z",
                     *       "tracks": [
                     *         {
                     *           "item": "food-business-permit",
                     *           "itemName": "食品经营许可（新办）",
                     *           "agency": "bureau",
                     *           "statutory": {
                     *             "due": "2026-05-22"
                     *           },
                     *           "promised": {
                     *             "due": "2026-05-15"
                     *           }
                     *         },
                     *         {
                     *           "item": "public-assembly-fire-check",
                     *           "itemName": "公众聚集场所投入使用、营业前消防安全检查",
                     *           "agency": "fire-rescue",
                     *           "statutory": {
                     *             "due": "2026-05-20"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AcceptApplicationReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeMarkConfidential: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "marks": [
                 *         {
                 *           "kind": "trade-secret",
                 *           "parts": [
                 *             "conditions"
                 *           ],
                 *           "item": "food-business-permit",
                 *           "reason": "条件中写明了尚未公开的配方。"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    marks: components["schemas"]["ConfidentialityMarkInput"][];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "markedAt": "2026-05-06T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["MarkConfidentialReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeRequestCorrection: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "remarks": [
                 *         {
                 *           "material": "water-quality-report",
                 *           "problem": "missing",
                 *           "explanation": "请补交排水水质、水量检测报告（受理前一个月内出具）。"
                 *         },
                 *         {
                 *           "material": "floor-plan",
                 *           "problem": "wrong",
                 *           "explanation": "平面布置图未标明第二安全出口，请重新绘制。"
                 *         }
                 *       ],
                 *       "answers": [
                 *         {
                 *           "field": "siteArea",
                 *           "explanation": "与平面图所示面积不一致，请核对后更正"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    answers?: components["schemas"]["AnswerRemarkInput"][];
                    remarks: components["schemas"]["CorrectionRemarkInput"][];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "noticeNumber": "补正〔2026〕000001号",
                     *       "correctBy": {
                     *         "due": "2026-05-22"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RequestCorrectionReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeResubmitApplication: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "materials": [
                 *         {
                 *           "material": "water-quality-report",
                 *           "fileReceipt": "eyJhbGciOiJFZERTQSIsInR5cCI6ImZpbGUtcmVjZWlwdCtqd3QifQ.eyJzdWIiOiJsaW4ueXVlIn0.c2lnbmF0dXJl"
                 *         },
                 *         {
                 *           "material": "floor-plan",
                 *           "fileReceipt": "eyJhbGciOiJFZERTQSIsInR5cCI6ImZpbGUtcmVjZWlwdCtqd3QifQ.eyJzdWIiOiJsaW4ueXVlIn0.c2lnbmF0dXJl"
                 *         }
                 *       ],
                 *       "fromLocker": [
                 *         {
                 *           "material": "water-quality-report",
                 *           "lockerFile": "ZJ20260428-000001:60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"
                 *         }
                 *       ],
                 *       "answers": {
                 *         "siteArea": 186.5,
                 *         "publicAssembly": true
                 *       }
                 *     }
                 */
                "application/json": {
                    answers?: {
                        [key: string]: unknown;
                    };
                    fromLocker?: components["schemas"]["MaterialFromLocker"][];
                    materials: components["schemas"]["SubmittedMaterial"][];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "receivedAt": "2026-04-28T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ResubmitApplicationReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeDispatchResults: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "method": "window",
                 *       "receivedBy": "林悦"
                 *     }
                 */
                "application/json": {
                    /** @enum {unknown} */
                    method: "electronic" | "window" | "post";
                    receivedBy: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dispatchedAt": "2026-05-15T01:30:00.000Z",
                     *       "papers": [
                     *         "379900-20260429-000001-01-D",
                     *         "379900-20260429-000001-01-L",
                     *         "379900-20260429-000001-03-D"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DispatchResultsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicationId: string;
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 文件内容的哈希（RFC 9530） The hash of the bytes, as RFC 9530 writes it */
                    "Repr-Digest"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeDeclineApplication: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ground": "not-competent",
                 *       "reasons": [
                 *         "该事项由省级机关实施。"
                 *       ],
                 *       "competentAuthority": "省市场监督管理局"
                 *     }
                 */
                "application/json": {
                    competentAuthority?: string;
                    /** @enum {unknown} */
                    ground: "no-permit-needed" | "not-competent" | "not-corrected";
                    reasons: string[];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "noticeNumber": "不受理〔2026〕000001号",
                     *       "declinedAt": "2026-04-29T07:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DeclineApplicationReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeServePaper: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                applicationId: string;
                /** @example 受理〔2026〕000001号 */
                paperNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "method": "post",
                 *       "receivedBy": "林悦",
                 *       "servedOn": "2026-04-29",
                 *       "receiptNumber": "EMS 1043 2207 115",
                 *       "witnesses": [
                 *         "王立",
                 *         "赵敏"
                 *       ],
                 *       "recording": "执法记录仪 0429-03",
                 *       "through": "邻市行政审批服务局",
                 *       "noticedOn": "2026-03-30",
                 *       "noticedIn": "海棠日报",
                 *       "otherWaysFailed": "邮件被退回，登记的住所无人",
                 *       "correctionReason": "看错了回执上的日期"
                 *     }
                 */
                "application/json": {
                    correctionReason?: string;
                    /** @enum {unknown} */
                    method: "electronic" | "window" | "post" | "left" | "entrusted" | "announcement";
                    noticedIn?: string;
                    noticedOn?: string;
                    otherWaysFailed?: string;
                    receiptNumber?: string;
                    receivedBy?: string;
                    recording?: string;
                    servedOn?: string;
                    through?: string;
                    witnesses?: string[];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "servedAt": "2026-04-28T16:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ServePaperReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeRateService: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "stars": 5,
                 *       "remark": "一次办成。"
                 *     }
                 */
                "application/json": {
                    remark?: string;
                    stars: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ratedAt": "2026-05-15T01:40:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RateServiceReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeWithdrawApplication: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "改期再办。"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "withdrawnAt": "2026-04-28T03:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawApplicationReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeListBundles: {
        parameters: {
            query?: {
                /** @example restaurant */
                cursor?: string;
                /** @example 50 */
                limit?: number;
                /** @example 餐饮 */
                text?: string;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "bundles": [
                     *         {
                     *           "code": "restaurant",
                     *           "name": "开办餐饮店",
                     *           "items": 4
                     *         }
                     *       ],
                     *       "nextCursor": "restaurant"
                     *     }
                     */
                    "application/json": components["schemas"]["ListBundlesReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeFindBundle: {
        parameters: {
            query?: {
                /** @example 1 */
                edition?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example restaurant */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "restaurant",
                     *       "name": "开办餐饮店",
                     *       "edition": 1,
                     *       "items": [
                     *         {
                     *           "code": "food-business-permit",
                     *           "name": "食品经营许可（新办）",
                     *           "itemType": "administrative-permit",
                     *           "basicCode": "000131007000",
                     *           "implementationCode": "1137990000000000000000131007000",
                     *           "handlingType": "promised",
                     *           "decidingAgency": "bureau",
                     *           "decidingAgencyName": "海棠市行政审批服务局",
                     *           "supervisingDepartment": "market-regulation",
                     *           "legalBasis": [
                     *             "食品安全法 35"
                     *           ],
                     *           "conditions": [
                     *             "有与经营品种、数量相适应的场所，并与污染源保持规定距离"
                     *           ],
                     *           "procedure": [
                     *             "申请",
                     *             "受理",
                     *             "审查",
                     *             "决定",
                     *             "制证",
                     *             "送达"
                     *           ],
                     *           "statutoryTerm": {
                     *             "unit": "working-day",
                     *             "days": 15,
                     *             "source": "实施清单（食品经营许可新办）"
                     *           },
                     *           "promisedTerm": {
                     *             "unit": "working-day",
                     *             "days": 10,
                     *             "source": "办事指南承诺时限"
                     *           },
                     *           "warnings": {
                     *             "statutory": [
                     *               {
                     *                 "lamp": "blue",
                     *                 "workingDaysLeft": 3,
                     *                 "percentLeft": 20
                     *               },
                     *               {
                     *                 "lamp": "yellow",
                     *                 "workingDaysLeft": 1
                     *               }
                     *             ],
                     *             "promised": [
                     *               {
                     *                 "lamp": "blue",
                     *                 "workingDaysLeft": 2
                     *               }
                     *             ],
                     *             "certificate": [
                     *               {
                     *                 "lamp": "blue",
                     *                 "workingDaysLeft": 2
                     *               },
                     *               {
                     *                 "lamp": "red",
                     *                 "workingDaysLeft": 0
                     *               }
                     *             ]
                     *           },
                     *           "materials": [
                     *             {
                     *               "code": "kitchen-layout",
                     *               "name": "主要设备设施布局和操作流程文件",
                     *               "necessity": "required",
                     *               "source": "applicant",
                     *               "acceptanceStandard": "标明各功能区和流程走向"
                     *             },
                     *             {
                     *               "code": "business-licence",
                     *               "name": "营业执照",
                     *               "necessity": "optional",
                     *               "source": "government",
                     *               "acceptanceStandard": "信息一致且在有效期内"
                     *             }
                     *           ],
                     *           "quantityLimit": "无数量限制",
                     *           "charged": true,
                     *           "feeBasis": "示例：以行政法规规定的收费项目为准",
                     *           "siteVisit": true,
                     *           "resultName": "食品经营许可证",
                     *           "validityYears": 5,
                     *           "consultation": "0999-12345",
                     *           "complaints": "0999-12388",
                     *           "lapse": {
                     *             "unit": "month",
                     *             "count": 3,
                     *             "from": "service",
                     *             "source": "建筑法 9"
                     *           },
                     *           "bases": [
                     *             {
                     *               "law": "食品安全法",
                     *               "article": "35",
                     *               "text": "国家对食品生产经营实行许可制度。",
                     *               "validFrom": "2009-06-01",
                     *               "validTo": "2099-12-31"
                     *             }
                     *           ],
                     *           "localCode": "HT-0131-007",
                     *           "level": "3",
                     *           "powerSource": "statutory",
                     *           "agencyKind": "entrusted",
                     *           "agencyCreditCode": "11371500MB9K2Q0A94",
                     *           "entrustedBy": "海棠市市场监督管理局",
                     *           "served": [
                     *             "natural-person",
                     *             "enterprise"
                     *           ],
                     *           "onlineDepth": "preliminary",
                     *           "visits": 1,
                     *           "visitReason": "领取纸质证照",
                     *           "channels": [
                     *             "window",
                     *             "online"
                     *           ],
                     *           "places": [
                     *             {
                     *               "name": "政务服务中心二楼综合窗口",
                     *               "address": "海棠市东城区市民路1号",
                     *               "hours": "工作日 9:00—17:00",
                     *               "phone": "0999-12345"
                     *             }
                     *           ],
                     *           "fees": [
                     *             {
                     *               "name": "示例收费项目",
                     *               "standard": "每件10元",
                     *               "basis": "示例：以行政法规规定的收费项目为准",
                     *               "reduction": "小微企业免收"
                     *             }
                     *           ],
                     *           "paidOnline": true,
                     *           "specialProcedures": [
                     *             {
                     *               "kind": "testing",
                     *               "days": 10,
                     *               "explanation": "由决定机关委托检测"
                     *             }
                     *           ],
                     *           "intermediaryServices": [
                     *             {
                     *               "code": "water-quality-testing",
                     *               "name": "排水水质、水量检测",
                     *               "basis": "城镇排水与污水处理条例 21",
                     *               "paidBy": "applicant"
                     *             }
                     *           ],
                     *           "resultType": "licence",
                     *           "resultSample": "食品经营许可证（样本）",
                     *           "questions": [
                     *             {
                     *               "question": "多久能办好？",
                     *               "answer": "受理之日起十个工作日内。"
                     *             }
                     *           ],
                     *           "form": {
                     *             "type": "object",
                     *             "properties": {
                     *               "seats": {
                     *                 "type": "integer",
                     *                 "title": "就餐座位数"
                     *               }
                     *             }
                     *           },
                     *           "themes": [
                     *             "catering"
                     *           ],
                     *           "lifeEvents": [
                     *             "opening-a-shop"
                     *           ],
                     *           "keywords": [
                     *             "开饭店",
                     *             "餐饮证"
                     *           ]
                     *         }
                     *       ],
                     *       "jointInspection": [
                     *         "food-business-permit",
                     *         "public-assembly-fire-check",
                     *         "large-outdoor-ad"
                     *       ],
                     *       "handling": "joint",
                     *       "plan": {
                     *         "lead": "市场监督管理部门",
                     *         "stages": [
                     *           {
                     *             "id": "S1",
                     *             "name": "开业",
                     *             "lead": "审批局"
                     *           }
                     *         ],
                     *         "nodes": [
                     *           {
                     *             "id": "check",
                     *             "name": "营业执照信息核验",
                     *             "kind": "data-check",
                     *             "department": "市场监管",
                     *             "optional": false,
                     *             "stage": "S1"
                     *           },
                     *           {
                     *             "id": "food",
                     *             "name": "食品经营许可（新办）",
                     *             "kind": "item",
                     *             "item": "food-business-permit",
                     *             "optional": false,
                     *             "condition": "从事餐饮",
                     *             "note": "全国统一"
                     *           }
                     *         ],
                     *         "edges": [
                     *           {
                     *             "from": "check",
                     *             "to": "food",
                     *             "type": "hard",
                     *             "basis": "食品安全法 35"
                     *           }
                     *         ],
                     *         "parallel": [
                     *           {
                     *             "nodes": [
                     *               "check",
                     *               "food"
                     *             ]
                     *           }
                     *         ],
                     *         "jointInspection": [
                     *           "food"
                     *         ],
                     *         "preconditions": [
                     *           "已取得营业执照"
                     *         ],
                     *         "notes": [
                     *           "各事项独立作出决定"
                     *         ],
                     *         "sources": [
                     *           "国发〔2024〕3号"
                     *         ]
                     *       },
                     *       "form": {
                     *         "type": "object",
                     *         "properties": {
                     *           "siteArea": {
                     *             "type": "number",
                     *             "title": "场所建筑面积（平方米）",
                     *             "x-title-en": "Floor area (m²)",
                     *             "exclusiveMinimum": 0
                     *           },
                     *           "publicAssembly": {
                     *             "type": "boolean",
                     *             "title": "是否对公众开放"
                     *           }
                     *         },
                     *         "required": [
                     *           "siteArea",
                     *           "publicAssembly"
                     *         ]
                     *       },
                     *       "fieldsOf": {
                     *         "siteArea": [
                     *           "food-business-permit"
                     *         ],
                     *         "publicAssembly": []
                     *       },
                     *       "materials": [
                     *         {
                     *           "code": "kitchen-layout",
                     *           "name": "主要设备设施布局和操作流程文件",
                     *           "necessity": "required",
                     *           "source": "applicant",
                     *           "acceptanceStandard": "标明各功能区和流程走向",
                     *           "items": [
                     *             "food-business-permit"
                     *           ],
                     *           "standards": [
                     *             {
                     *               "item": "food-business-permit",
                     *               "acceptanceStandard": "标明各功能区和流程走向"
                     *             }
                     *           ],
                     *           "when": {
                     *             "field": "publicAssembly",
                     *             "equals": true
                     *           },
                     *           "kind": "form",
                     *           "format": "either",
                     *           "copies": 1,
                     *           "basis": "食品经营许可和备案管理办法 15",
                     *           "sharedFrom": "电子证照库",
                     *           "fillingNote": "加盖公章",
                     *           "intermediaryService": "water-quality-testing",
                     *           "resultOf": "food-business-permit",
                     *           "validMonths": 6,
                     *           "sample": {
                     *             "title": "申请表示范文本",
                     *             "fields": [
                     *               {
                     *                 "label": "申请人",
                     *                 "example": "某餐饮有限公司"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "conditions": [
                     *         {
                     *           "node": "fire",
                     *           "item": "public-assembly-fire-check",
                     *           "when": {
                     *             "field": "publicAssembly",
                     *             "equals": true
                     *           }
                     *         }
                     *       ],
                     *       "conflicts": [
                     *         {
                     *           "rule": "field-means-one-thing",
                     *           "path": "form.properties.siteArea",
                     *           "zh": "字段“siteArea”定义不同。",
                     *           "en": "The field \"siteArea\" is defined differently."
                     *         }
                     *       ],
                     *       "guided": true
                     *     }
                     */
                    "application/json": components["schemas"]["FindBundleReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakePublishBundle: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example restaurant */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "开办餐饮店",
                 *       "items": [
                 *         "food-business-permit",
                 *         "public-assembly-fire-check",
                 *         "large-outdoor-ad",
                 *         "drainage-permit"
                 *       ],
                 *       "jointInspection": [
                 *         "food-business-permit",
                 *         "public-assembly-fire-check",
                 *         "large-outdoor-ad"
                 *       ],
                 *       "handling": "joint",
                 *       "basedOn": 0,
                 *       "form": {
                 *         "type": "object",
                 *         "properties": {
                 *           "siteArea": {
                 *             "type": "number",
                 *             "title": "场所建筑面积（平方米）",
                 *             "x-title-en": "Floor area (m²)",
                 *             "exclusiveMinimum": 0
                 *           },
                 *           "publicAssembly": {
                 *             "type": "boolean",
                 *             "title": "是否对公众开放"
                 *           }
                 *         },
                 *         "required": [
                 *           "siteArea",
                 *           "publicAssembly"
                 *         ]
                 *       },
                 *       "plan": {
                 *         "nodes": [
                 *           {
                 *             "id": "food",
                 *             "name": "食品经营许可（新办）",
                 *             "kind": "item",
                 *             "item": "food-business-permit"
                 *           },
                 *           {
                 *             "id": "fire",
                 *             "name": "公众聚集场所投入使用、营业前消防安全检查",
                 *             "kind": "item",
                 *             "item": "public-assembly-fire-check",
                 *             "when": {
                 *               "field": "publicAssembly",
                 *               "equals": true
                 *             }
                 *           }
                 *         ],
                 *         "edges": [
                 *           {
                 *             "from": "food",
                 *             "to": "fire",
                 *             "type": "soft"
                 *           }
                 *         ],
                 *         "jointInspection": [
                 *           "food",
                 *           "fire"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    basedOn?: number;
                    form?: {
                        [key: string]: unknown;
                    };
                    /** @enum {unknown} */
                    handling?: "joint" | "side-by-side";
                    items: string[];
                    jointInspection: string[];
                    name: string;
                    plan?: components["schemas"]["PlanOfBundleInput"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "restaurant",
                     *       "edition": 1,
                     *       "notes": [
                     *         {
                     *           "rule": "not-offered-here",
                     *           "path": "plan.nodes.5",
                     *           "zh": "目录中没有事项“tobacco-retail-permit”，节点“烟草”本地暂不提供。",
                     *           "en": "The catalogue has no item \"tobacco-retail-permit\"; \"烟草\" is not offered here."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PublishBundleReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeFindBundleDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example restaurant */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "restaurant",
                     *       "revision": 2,
                     *       "status": "drafted",
                     *       "bundle": {
                     *         "name": "开办餐饮店",
                     *         "items": [
                     *           "food-business-permit",
                     *           "public-assembly-fire-check",
                     *           "large-outdoor-ad",
                     *           "drainage-permit"
                     *         ],
                     *         "jointInspection": [
                     *           "food-business-permit",
                     *           "public-assembly-fire-check",
                     *           "large-outdoor-ad"
                     *         ],
                     *         "handling": "joint",
                     *         "form": {
                     *           "type": "object",
                     *           "properties": {
                     *             "siteArea": {
                     *               "type": "number",
                     *               "title": "场所建筑面积（平方米）",
                     *               "x-title-en": "Floor area (m²)",
                     *               "exclusiveMinimum": 0
                     *             },
                     *             "publicAssembly": {
                     *               "type": "boolean",
                     *               "title": "是否对公众开放"
                     *             }
                     *           },
                     *           "required": [
                     *             "siteArea",
                     *             "publicAssembly"
                     *           ]
                     *         },
                     *         "plan": {
                     *           "nodes": [
                     *             {
                     *               "id": "food",
                     *               "name": "食品经营许可（新办）",
                     *               "kind": "item",
                     *               "item": "food-business-permit"
                     *             },
                     *             {
                     *               "id": "fire",
                     *               "name": "公众聚集场所投入使用、营业前消防安全检查",
                     *               "kind": "item",
                     *               "item": "public-assembly-fire-check",
                     *               "when": {
                     *                 "field": "publicAssembly",
                     *                 "equals": true
                     *               }
                     *             }
                     *           ],
                     *           "edges": [
                     *             {
                     *               "from": "food",
                     *               "to": "fire",
                     *               "type": "soft"
                     *             }
                     *           ],
                     *           "jointInspection": [
                     *             "food",
                     *             "fire"
                     *           ]
                     *         }
                     *       },
                     *       "editedBy": "韩雪",
                     *       "editedAt": "2026-04-27T01:10:00.000Z",
                     *       "reviewedBy": "白露",
                     *       "remarks": "请补充消防节点的条件",
                     *       "findings": []
                     *     }
                     */
                    "application/json": components["schemas"]["FindBundleDraftReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeSaveBundleDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example restaurant */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "basedOn": 1,
                 *       "bundle": {
                 *         "name": "开办餐饮店",
                 *         "items": [
                 *           "food-business-permit",
                 *           "public-assembly-fire-check",
                 *           "large-outdoor-ad",
                 *           "drainage-permit"
                 *         ],
                 *         "jointInspection": [
                 *           "food-business-permit",
                 *           "public-assembly-fire-check",
                 *           "large-outdoor-ad"
                 *         ],
                 *         "handling": "joint",
                 *         "form": {
                 *           "type": "object",
                 *           "properties": {
                 *             "siteArea": {
                 *               "type": "number",
                 *               "title": "场所建筑面积（平方米）",
                 *               "x-title-en": "Floor area (m²)",
                 *               "exclusiveMinimum": 0
                 *             },
                 *             "publicAssembly": {
                 *               "type": "boolean",
                 *               "title": "是否对公众开放"
                 *             }
                 *           },
                 *           "required": [
                 *             "siteArea",
                 *             "publicAssembly"
                 *           ]
                 *         },
                 *         "plan": {
                 *           "nodes": [
                 *             {
                 *               "id": "food",
                 *               "name": "食品经营许可（新办）",
                 *               "kind": "item",
                 *               "item": "food-business-permit"
                 *             },
                 *             {
                 *               "id": "fire",
                 *               "name": "公众聚集场所投入使用、营业前消防安全检查",
                 *               "kind": "item",
                 *               "item": "public-assembly-fire-check",
                 *               "when": {
                 *                 "field": "publicAssembly",
                 *                 "equals": true
                 *               }
                 *             }
                 *           ],
                 *           "edges": [
                 *             {
                 *               "from": "food",
                 *               "to": "fire",
                 *               "type": "soft"
                 *             }
                 *           ],
                 *           "jointInspection": [
                 *             "food",
                 *             "fire"
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    basedOn: number;
                    bundle: components["schemas"]["DraftBundleInput"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "restaurant",
                     *       "revision": 2,
                     *       "status": "drafted",
                     *       "findings": [
                     *         {
                     *           "rule": "field-filled-in",
                     *           "path": "name",
                     *           "zh": "尚未填写名称，请补充。",
                     *           "en": "The name is missing; fill it in."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SaveBundleDraftReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakePublishBundleDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example restaurant */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 2
                 *     }
                 */
                "application/json": {
                    revision: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "restaurant",
                     *       "edition": 2,
                     *       "notes": [
                     *         {
                     *           "rule": "not-offered-here",
                     *           "path": "plan.nodes.5",
                     *           "zh": "目录中没有事项“tobacco-retail-permit”，节点“烟草”本地暂不提供。",
                     *           "en": "The catalogue has no item \"tobacco-retail-permit\"; \"烟草\" is not offered here."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PublishBundleDraftReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeReviewBundleDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example restaurant */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 2,
                 *       "outcome": "return",
                 *       "remarks": "请补充消防节点的条件"
                 *     }
                 */
                "application/json": {
                    /** @enum {unknown} */
                    outcome: "approve" | "return";
                    remarks?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "restaurant",
                     *       "revision": 2,
                     *       "status": "drafted"
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewBundleDraftReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeListBundleEditions: {
        parameters: {
            query?: {
                /** @example 1 */
                from?: number;
                /** @example 2 */
                to?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example restaurant */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "editions": [
                     *         {
                     *           "edition": 2,
                     *           "publishedAt": "2026-04-28T01:10:00.000Z"
                     *         },
                     *         {
                     *           "edition": 1,
                     *           "publishedAt": "2026-04-27T01:10:00.000Z"
                     *         }
                     *       ],
                     *       "from": 1,
                     *       "to": 2,
                     *       "differences": [
                     *         {
                     *           "path": "name",
                     *           "before": "\"开办餐饮店\"",
                     *           "after": "\"开办餐饮店一件事\""
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListBundleEditionsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeFindCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 2027 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "year": 2027,
                     *       "source": {
                     *         "title": "国务院办公厅关于2027年部分节假日安排的通知",
                     *         "documentNumber": "国办发明电〔2026〕9号",
                     *         "issuedOn": "2026-11-10"
                     *       },
                     *       "holidays": [
                     *         {
                     *           "name": {
                     *             "zh": "元旦",
                     *             "en": "New Year"
                     *           },
                     *           "from": "2027-01-01",
                     *           "to": "2027-01-03"
                     *         },
                     *         {
                     *           "name": {
                     *             "zh": "春节",
                     *             "en": "Spring Festival"
                     *           },
                     *           "from": "2027-02-05",
                     *           "to": "2027-02-12"
                     *         },
                     *         {
                     *           "name": {
                     *             "zh": "清明节",
                     *             "en": "Qingming Festival"
                     *           },
                     *           "from": "2027-04-03",
                     *           "to": "2027-04-05"
                     *         },
                     *         {
                     *           "name": {
                     *             "zh": "劳动节",
                     *             "en": "Labour Day"
                     *           },
                     *           "from": "2027-05-01",
                     *           "to": "2027-05-05"
                     *         },
                     *         {
                     *           "name": {
                     *             "zh": "端午节",
                     *             "en": "Dragon Boat Festival"
                     *           },
                     *           "from": "2027-06-09",
                     *           "to": "2027-06-09"
                     *         },
                     *         {
                     *           "name": {
                     *             "zh": "中秋节",
                     *             "en": "Mid-Autumn Festival"
                     *           },
                     *           "from": "2027-09-15",
                     *           "to": "2027-09-17"
                     *         },
                     *         {
                     *           "name": {
                     *             "zh": "国庆节",
                     *             "en": "National Day"
                     *           },
                     *           "from": "2027-10-01",
                     *           "to": "2027-10-07"
                     *         }
                     *       ],
                     *       "makeUpWorkdays": [
                     *         "2027-02-14",
                     *         "2027-02-20",
                     *         "2027-05-08",
                     *         "2027-09-19",
                     *         "2027-09-26",
                     *         "2027-10-09"
                     *       ],
                     *       "workingDayCount": 247,
                     *       "edition": 1,
                     *       "editions": [
                     *         {
                     *           "edition": 1,
                     *           "title": "国务院办公厅关于2027年部分节假日安排的通知",
                     *           "documentNumber": "国办发明电〔2026〕9号",
                     *           "publishedAt": "2026-11-12T01:30:00.000Z"
                     *         }
                     *       ],
                     *       "regional": [
                     *         {
                     *           "region": "45",
                     *           "source": {
                     *             "title": "关于2027年广西三月三放假的通知",
                     *             "documentNumber": "桂政办电〔2027〕3号",
                     *             "issuedOn": "2026-11-11"
                     *           },
                     *           "holidays": [
                     *             {
                     *               "name": {
                     *                 "zh": "三月三",
                     *                 "en": "March Third"
                     *               },
                     *               "from": "2027-04-08",
                     *               "to": "2027-04-09"
                     *             }
                     *           ],
                     *           "makeUpWorkdays": [
                     *             "2027-04-11"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FindCalendarReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakePublishCalendar: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 2027 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": {
                 *         "title": "国务院办公厅关于2027年部分节假日安排的通知",
                 *         "documentNumber": "国办发明电〔2026〕9号",
                 *         "issuedOn": "2026-11-10"
                 *       },
                 *       "holidays": [
                 *         {
                 *           "name": {
                 *             "zh": "元旦",
                 *             "en": "New Year"
                 *           },
                 *           "from": "2027-01-01",
                 *           "to": "2027-01-03"
                 *         },
                 *         {
                 *           "name": {
                 *             "zh": "春节",
                 *             "en": "Spring Festival"
                 *           },
                 *           "from": "2027-02-05",
                 *           "to": "2027-02-12"
                 *         },
                 *         {
                 *           "name": {
                 *             "zh": "清明节",
                 *             "en": "Qingming Festival"
                 *           },
                 *           "from": "2027-04-03",
                 *           "to": "2027-04-05"
                 *         },
                 *         {
                 *           "name": {
                 *             "zh": "劳动节",
                 *             "en": "Labour Day"
                 *           },
                 *           "from": "2027-05-01",
                 *           "to": "2027-05-05"
                 *         },
                 *         {
                 *           "name": {
                 *             "zh": "端午节",
                 *             "en": "Dragon Boat Festival"
                 *           },
                 *           "from": "2027-06-09",
                 *           "to": "2027-06-09"
                 *         },
                 *         {
                 *           "name": {
                 *             "zh": "中秋节",
                 *             "en": "Mid-Autumn Festival"
                 *           },
                 *           "from": "2027-09-15",
                 *           "to": "2027-09-17"
                 *         },
                 *         {
                 *           "name": {
                 *             "zh": "国庆节",
                 *             "en": "National Day"
                 *           },
                 *           "from": "2027-10-01",
                 *           "to": "2027-10-07"
                 *         }
                 *       ],
                 *       "makeUpWorkdays": [
                 *         "2027-02-14",
                 *         "2027-02-20",
                 *         "2027-05-08",
                 *         "2027-09-19",
                 *         "2027-09-26",
                 *         "2027-10-09"
                 *       ],
                 *       "workingDayCount": 247,
                 *       "regional": [
                 *         {
                 *           "region": "45",
                 *           "source": {
                 *             "title": "关于2027年广西三月三放假的通知",
                 *             "documentNumber": "桂政办电〔2027〕3号",
                 *             "issuedOn": "2026-11-11"
                 *           },
                 *           "holidays": [
                 *             {
                 *               "name": {
                 *                 "zh": "三月三",
                 *                 "en": "March Third"
                 *               },
                 *               "from": "2027-04-08",
                 *               "to": "2027-04-09"
                 *             }
                 *           ],
                 *           "makeUpWorkdays": [
                 *             "2027-04-11"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    holidays: components["schemas"]["OfficialHolidayInput"][];
                    makeUpWorkdays: string[];
                    regional?: components["schemas"]["RegionalDaysInput"][];
                    source: components["schemas"]["CalendarNoticeInput"];
                    workingDayCount: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "year": 2027,
                     *       "edition": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PublishCalendarReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalListCases: {
        parameters: {
            query?: {
                /** @example bureau */
                agency?: string;
                /** @example 2026-04-29T07:00:00.000Z/379900-20260429-000002 */
                cursor?: string;
                /** @example 20 */
                limit?: number;
                /** @example open */
                status?: "open" | "decided" | "closed";
                /** @example 临江 */
                text?: string;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cases": [
                     *         {
                     *           "caseNumber": "379900-20260429-000001",
                     *           "status": "open",
                     *           "applicantName": "海棠市临江小馆餐饮有限公司",
                     *           "acceptedAt": "2026-04-29T07:00:00.000Z",
                     *           "nextDue": "2026-05-15"
                     *         }
                     *       ],
                     *       "total": 12,
                     *       "nextCursor": "2026-04-29T07:00:00.000Z/379900-20260429-000001"
                     *     }
                     */
                    "application/json": components["schemas"]["ListCasesReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalFindCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "caseNumber": "379900-20260429-000001",
                     *       "applicationId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10",
                     *       "status": "decided",
                     *       "applicant": {
                     *         "name": "海棠市临江小馆餐饮有限公司",
                     *         "creditCode": "91371500MA9YXW1T5X"
                     *       },
                     *       "premises": {
                     *         "name": "临江小馆",
                     *         "address": "海棠市东城区临江路18号"
                     *       },
                     *       "acceptedAt": "2026-04-29T07:00:00.000Z",
                     *       "tracks": [
                     *         {
                     *           "item": "food-business-permit",
                     *           "itemName": "食品经营许可（新办）",
                     *           "agency": "bureau",
                     *           "agencyName": "海棠市行政审批服务局",
                     *           "status": "granted",
                     *           "actions": [],
                     *           "withheld": [
                     *             {
                     *               "actions": [
                     *                 "reopen"
                     *               ],
                     *               "rule": "within-authority",
                     *               "zh": "您没有办理“食品经营许可（新办）”的这项职权，或者授权已经到期、撤销；请由有权人员办理，或者先取得授权。",
                     *               "en": "This act on \"食品经营许可（新办）\" is beyond your authority, or the authorisation has ended; somebody else has to do it, or authorise you first.",
                     *               "source": "行政许可法 24"
                     *             }
                     *           ],
                     *           "statutory": {
                     *             "due": "2026-05-22"
                     *           },
                     *           "extension": {
                     *             "noticeNumber": "379900-20260429-000001-01-E",
                     *             "days": 10,
                     *             "unit": "working-day",
                     *             "reason": "排水水质检测结论与申请材料不一致，需补充核对，不能在法定期限内作出决定。",
                     *             "approver": "agency-head",
                     *             "approvedBy": "魏东",
                     *             "approvedAt": "2026-05-20T02:00:00.000Z",
                     *             "source": "行政许可法 42①",
                     *             "before": {
                     *               "due": "2026-05-22"
                     *             }
                     *           },
                     *           "promised": {
                     *             "due": "2026-05-15"
                     *           },
                     *           "lamp": "blue",
                     *           "promisedLamp": "red",
                     *           "missedAt": "2026-06-05T16:00:00.000Z",
                     *           "promisedMissedAt": "2026-05-15T16:00:00.000Z",
                     *           "delay": {
                     *             "reason": "现场核查需两个部门会同进行，超过承诺时限一个工作日。",
                     *             "givenAt": "2026-05-18T01:20:00.000Z",
                     *             "givenBy": "孙莉"
                     *           },
                     *           "explanationZh": [
                     *             "受理之日2026-04-29的次日起算，15个工作日，至2026-05-22。"
                     *           ],
                     *           "explanationEn": [
                     *             "From the day after acceptance on 2026-04-29, 15 working days, until 2026-05-22."
                     *           ],
                     *           "suspendedWorkingDays": 6,
                     *           "specialProcedures": [
                     *             {
                     *               "procedureId": "9c858901-8a57-4791-81fe-4c455b099bc9",
                     *               "procedure": "of-the-item",
                     *               "ownProcedure": "technical-assessment",
                     *               "noticeNumber": "379900-20260429-000001-01-N1",
                     *               "from": "2026-05-06",
                     *               "until": "2026-05-12",
                     *               "carriedOutBy": "海棠市水质检测中心",
                     *               "conclusion": "各项指标符合纳管标准。"
                     *             }
                     *           ],
                     *           "opinion": {
                     *             "recommendation": "grant",
                     *             "grounds": [
                     *               "材料齐全，符合法定条件。"
                     *             ],
                     *             "reviewer": "qian.wei",
                     *             "reviewerName": "钱伟",
                     *             "recordedAt": "2026-05-14T02:00:00.000Z"
                     *           },
                     *           "decision": {
                     *             "number": "379900-20260429-000001-01-D",
                     *             "outcome": "granted",
                     *             "decidedAt": "2026-05-14T02:05:00.000Z",
                     *             "agency": "bureau",
                     *             "agencyName": "海棠市行政审批服务局",
                     *             "reasons": [],
                     *             "conditions": [
                     *               "不得遮挡二层排烟窗。"
                     *             ],
                     *             "under": {
                     *               "kind": "chief-representative",
                     *               "documentNumber": "海审授〔2026〕3 号",
                     *               "by": "wei.dong",
                     *               "byName": "魏东",
                     *               "until": "2026-12-31"
                     *             },
                     *             "officialNumber": "海棠市行政审批服务局准字〔2026〕第203号",
                     *             "servedAt": "2026-05-15T01:30:00.000Z"
                     *           },
                     *           "appeal": {
                     *             "reconsiderationBody": "海棠市人民政府",
                     *             "reconsiderationTerm": "自知道本决定之日起六十日内",
                     *             "court": "海棠市人民法院",
                     *             "litigationTerm": "自知道或者应当知道本决定之日起六个月内"
                     *           },
                     *           "appealUntil": {
                     *             "reconsideration": {
                     *               "due": "2026-07-14"
                     *             },
                     *             "litigation": {
                     *               "due": "2026-11-16"
                     *             }
                     *           },
                     *           "licence": {
                     *             "number": "379900-20260429-000001-01-L",
                     *             "name": "食品经营许可证",
                     *             "validFrom": "2026-05-14",
                     *             "validUntil": "2031-05-13",
                     *             "verificationCode": "vK3mQ9xT2bWnR7cY",
                     *             "beforeStart": [
                     *               "环境影响评价审批（生态环境法典 107）"
                     *             ]
                     *           },
                     *           "certificate": {
                     *             "serveBy": {
                     *               "due": "2026-05-28"
                     *             },
                     *             "servedAt": "2026-05-29T02:00:00.000Z",
                     *             "overdueSince": "2026-05-28T16:00:00.000Z",
                     *             "lamp": "red"
                     *           },
                     *           "consultation": {
                     *             "asked": 3,
                     *             "settled": 2,
                     *             "agreed": 1,
                     *             "agreedWithConditions": 1,
                     *             "disagreed": 0,
                     *             "silent": 0
                     *           },
                     *           "draft": {
                     *             "outcome": "granted",
                     *             "reasons": [
                     *               "方案符合设置规划。"
                     *             ],
                     *             "legalBasis": [
                     *               "城市市容和环境卫生管理条例 11"
                     *             ],
                     *             "conditions": [
                     *               "不得遮挡二层排烟窗。"
                     *             ],
                     *             "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *             "draftedAt": "2026-05-12T02:00:00.000Z",
                     *             "draftedBy": "李审批",
                     *             "review": {
                     *               "result": "approved",
                     *               "remarks": [
                     *                 "同意。"
                     *               ],
                     *               "reviewedAt": "2026-05-12T06:00:00.000Z",
                     *               "reviewedBy": "周科长"
                     *             }
                     *           },
                     *           "process": {
                     *             "code": "food-business-permit",
                     *             "version": 2
                     *           },
                     *           "stages": [
                     *             {
                     *               "code": "review",
                     *               "name": "审查",
                     *               "kind": "review",
                     *               "role": "approver",
                     *               "status": "done",
                     *               "since": "2026-04-29T07:00:00.000Z",
                     *               "doneAt": "2026-05-14T02:00:00.000Z",
                     *               "outcome": "grant",
                     *               "remark": "材料齐全。"
                     *             },
                     *             {
                     *               "code": "fire",
                     *               "name": "消防救援意见",
                     *               "kind": "consultation",
                     *               "role": "approver",
                     *               "agency": "fire-rescue",
                     *               "agencyName": "海棠市消防救援大队",
                     *               "status": "active",
                     *               "since": "2026-05-14T02:00:00.000Z",
                     *               "due": {
                     *                 "due": "2026-05-20"
                     *               },
                     *               "overdueSince": "2026-05-20T16:00:00.000Z",
                     *               "actions": [
                     *                 "complete-stage",
                     *                 "return-stage"
                     *               ],
                     *               "returnsTo": [
                     *                 "review"
                     *               ],
                     *               "returned": {
                     *                 "from": "决定",
                     *                 "reason": "请补充疏散条件的意见。",
                     *                 "by": "孙莉",
                     *                 "at": "2026-05-14T02:00:00.000Z"
                     *               }
                     *             },
                     *             {
                     *               "code": "experts",
                     *               "name": "专家评审",
                     *               "kind": "expert-review",
                     *               "role": "approver",
                     *               "status": "waiting",
                     *               "unanswered": [
                     *                 "siteArea"
                     *               ]
                     *             },
                     *             {
                     *               "code": "council",
                     *               "name": "集体审议",
                     *               "kind": "deliberation",
                     *               "role": "agency-head",
                     *               "status": "skipped",
                     *               "skippedBecause": "不符合条件：siteArea ≥ 1000"
                     *             }
                     *           ],
                     *           "awaits": [
                     *             {
                     *               "node": "license-check",
                     *               "name": "营业执照信息核验",
                     *               "basis": "即墨2024-09-03方案",
                     *               "standing": "in-effect"
                     *             }
                     *           ],
                     *           "beforeStart": [
                     *             {
                     *               "node": "P.eia",
                     *               "name": "环境影响评价审批",
                     *               "basis": "生态环境法典 107",
                     *               "standing": "pending"
                     *             }
                     *           ],
                     *           "reportsTo": {
                     *             "agency": "provincial-tourism",
                     *             "agencyName": "省文化和旅游厅"
                     *           },
                     *           "transferredUp": {
                     *             "from": "bureau",
                     *             "fromName": "海棠市行政审批局",
                     *             "to": "provincial-tourism",
                     *             "toName": "省文化和旅游厅",
                     *             "at": "2026-05-14T02:00:00.000Z",
                     *             "due": {
                     *               "due": "2026-05-12"
                     *             },
                     *             "missedAt": "2026-05-12T16:00:00.000Z",
                     *             "lamp": "red",
                     *             "opinion": {
                     *               "recommendation": "grant",
                     *               "grounds": [
                     *                 "材料齐全，符合法定条件。"
                     *               ],
                     *               "reviewer": "qian.wei",
                     *               "recordedAt": "2026-05-14T02:00:00.000Z"
                     *             }
                     *           },
                     *           "confidential": [
                     *             {
                     *               "kind": "trade-secret",
                     *               "parts": [
                     *                 "conditions"
                     *               ],
                     *               "item": "food-business-permit",
                     *               "reason": "条件中写明了尚未公开的配方。"
                     *             }
                     *           ],
                     *           "publication": [
                     *             {
                     *               "ruledAt": "2026-06-01T02:00:00.000Z",
                     *               "ruledBy": "郑一",
                     *               "reason": "公开后发现遗漏了商业秘密。",
                     *               "protection": [
                     *                 {
                     *                   "kind": "trade-secret",
                     *                   "parts": [
                     *                     "conditions"
                     *                   ],
                     *                   "reason": "条件中写明的配方属于商业秘密。"
                     *                 }
                     *               ],
                     *               "disclosed": [
                     *                 {
                     *                   "parts": [
                     *                     "holder"
                     *                   ],
                     *                   "ground": "public-interest",
                     *                   "reason": "不公开经营者会影响消费者选择。"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "publicationTold": [
                     *             {
                     *               "ruledAt": "2026-06-01T02:00:00.000Z",
                     *               "withheld": [
                     *                 {
                     *                   "kind": "trade-secret",
                     *                   "parts": [
                     *                     "conditions"
                     *                   ]
                     *                 }
                     *               ],
                     *               "disclosed": [
                     *                 {
                     *                   "parts": [
                     *                     "holder"
                     *                   ],
                     *                   "ground": "public-interest",
                     *                   "reason": "不公开经营者会影响消费者选择。"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "jointTerm": {
                     *         "due": {
                     *           "due": "2026-07-27"
                     *         },
                     *         "lamp": "red",
                     *         "missedAt": "2026-07-27T16:00:00.000Z",
                     *         "extension": {
                     *           "noticeNumber": "379900-20260429-000001-E",
                     *           "days": 15,
                     *           "unit": "working-day",
                     *           "reason": "涉及三个部门会商，尚需核对消防与排水方案。",
                     *           "approver": "government-head",
                     *           "approvedBy": "姜岩",
                     *           "approvedAt": "2026-07-01T02:00:00.000Z",
                     *           "source": "行政许可法 42②",
                     *           "before": {
                     *             "due": "2026-07-06"
                     *           }
                     *         },
                     *         "actions": [
                     *           "extend-joint-term"
                     *         ],
                     *         "explanationZh": [
                     *           "受理之日2026-04-29的次日起算，45个工作日，延长15个工作日，至2026-07-27。"
                     *         ],
                     *         "explanationEn": [
                     *           "From the day after acceptance on 2026-04-29, 45 working days and 15 more, until 2026-07-27."
                     *         ]
                     *       },
                     *       "inspections": [
                     *         {
                     *           "inspectionId": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
                     *           "status": "completed",
                     *           "scheduledAt": "2026-05-07T06:00:00.000Z",
                     *           "inspectors": [
                     *             {
                     *               "inspector": "zhou.jie",
                     *               "name": "周杰",
                     *               "agency": "bureau"
                     *             },
                     *             {
                     *               "inspector": "wu.hao",
                     *               "name": "吴昊",
                     *               "agency": "bureau"
                     *             },
                     *             {
                     *               "inspector": "feng.lei",
                     *               "name": "冯磊",
                     *               "agency": "fire-rescue"
                     *             },
                     *             {
                     *               "inspector": "chen.tao",
                     *               "name": "陈涛",
                     *               "agency": "fire-rescue"
                     *             }
                     *           ],
                     *           "checklists": [
                     *             {
                     *               "item": "public-assembly-fire-check",
                     *               "points": [
                     *                 {
                     *                   "point": "second-exit",
                     *                   "requirement": "第二安全出口畅通"
                     *                 },
                     *                 {
                     *                   "point": "emergency-lighting",
                     *                   "requirement": "应急照明完好"
                     *                 }
                     *               ],
                     *               "findings": [
                     *                 {
                     *                   "point": "second-exit",
                     *                   "result": "met"
                     *                 },
                     *                 {
                     *                   "point": "emergency-lighting",
                     *                   "result": "corrected-on-the-spot",
                     *                   "remark": "一处应急照明灯不亮，当场更换后复测合格。"
                     *                 }
                     *               ],
                     *               "signatures": [
                     *                 {
                     *                   "inspector": "feng.lei",
                     *                   "signedAt": "2026-05-07T06:44:00.000Z"
                     *                 },
                     *                 {
                     *                   "inspector": "chen.tao",
                     *                   "signedAt": "2026-05-07T06:45:00.000Z"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "handovers": [
                     *         {
                     *           "handoverId": "16fd2706-8baf-433b-82eb-8c7fada847da",
                     *           "item": "food-business-permit",
                     *           "department": "market-regulation",
                     *           "status": "acknowledged",
                     *           "sentAt": "2026-05-14T02:05:01.000Z",
                     *           "acknowledgeBy": {
                     *             "due": "2026-05-19"
                     *           },
                     *           "acknowledgedAt": "2026-05-20T02:00:00.000Z",
                     *           "overdueSince": "2026-05-19T16:00:00.000Z"
                     *         },
                     *         {
                     *           "handoverId": "7d444840-9dc0-41d1-b245-5ffdce74fad2",
                     *           "item": "large-outdoor-ad",
                     *           "department": "city-management",
                     *           "status": "waiting"
                     *         }
                     *       ],
                     *       "plan": {
                     *         "nodes": [
                     *           {
                     *             "id": "license-check",
                     *             "name": "营业执照信息核验",
                     *             "kind": "data-check",
                     *             "department": "市场监管",
                     *             "agencies": [
                     *               "market-regulation"
                     *             ],
                     *             "actions": [
                     *               "record-node"
                     *             ],
                     *             "stage": "S1",
                     *             "standing": "in-effect",
                     *             "evidence": "电子营业执照",
                     *             "recordedAt": "2026-04-29T08:00:00.000Z",
                     *             "recordedBy": "陈窗口"
                     *           },
                     *           {
                     *             "id": "food",
                     *             "name": "食品经营许可（新办）",
                     *             "kind": "item",
                     *             "item": "food-business-permit",
                     *             "department": "市场监管",
                     *             "standing": "in-effect"
                     *           }
                     *         ],
                     *         "edges": [
                     *           {
                     *             "from": "license-check",
                     *             "to": "food",
                     *             "type": "hard",
                     *             "basis": "即墨2024-09-03方案"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FindCaseReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    followCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalExtendJointTerm: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "days": 15,
                 *       "reason": "涉及三个部门会商，尚需核对消防与排水方案。"
                 *     }
                 */
                "application/json": {
                    days: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "noticeNumber": "379900-20260429-000001-E",
                     *       "approvedAt": "2026-07-01T02:00:00.000Z",
                     *       "before": {
                     *         "due": "2026-07-06"
                     *       },
                     *       "due": {
                     *         "due": "2026-07-27"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExtendJointTermReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalArrangeInspection: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         "food-business-permit",
                 *         "public-assembly-fire-check",
                 *         "large-outdoor-ad"
                 *       ],
                 *       "scheduledAt": "2026-05-07T06:00:00.000Z",
                 *       "inspectors": [
                 *         {
                 *           "inspector": "zhou.jie",
                 *           "name": "周杰",
                 *           "agency": "bureau"
                 *         },
                 *         {
                 *           "inspector": "wu.hao",
                 *           "name": "吴昊",
                 *           "agency": "bureau"
                 *         },
                 *         {
                 *           "inspector": "feng.lei",
                 *           "name": "冯磊",
                 *           "agency": "fire-rescue"
                 *         },
                 *         {
                 *           "inspector": "chen.tao",
                 *           "name": "陈涛",
                 *           "agency": "fire-rescue"
                 *         }
                 *       ],
                 *       "checklists": [
                 *         {
                 *           "item": "public-assembly-fire-check",
                 *           "points": [
                 *             {
                 *               "point": "second-exit",
                 *               "requirement": "第二安全出口畅通"
                 *             },
                 *             {
                 *               "point": "emergency-lighting",
                 *               "requirement": "应急照明完好"
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    checklists: components["schemas"]["ChecklistOfItem"][];
                    inspectors: components["schemas"]["AssignedInspectorInput"][];
                    items: string[];
                    scheduledAt: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "inspectionId": "1b4e28ba-2fa1-41d2-883f-0016d3cca427"
                     *     }
                     */
                    "application/json": components["schemas"]["ArrangeInspectionReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalRecordNode: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example S3.drawing */
                node: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "done",
                 *       "evidence": "施工图审查合格书 2026-018"
                 *     }
                 */
                "application/json": {
                    evidence: string;
                    /** @enum {unknown} */
                    outcome: "done" | "failed" | "not-needed";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recordedAt": "2026-05-14T02:00:00.000Z",
                     *       "told": [
                     *         "construction-permit"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RecordNodeReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalRecordAnswers: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example construction-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answers": {
                 *         "siteArea": 1820.5
                 *       },
                 *       "evidence": "测绘报告 2026-018"
                 *     }
                 */
                "application/json": {
                    answers: {
                        [key: string]: unknown;
                    };
                    evidence: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recordedAt": "2026-05-14T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RecordAnswersReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalFindConsultation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example large-outdoor-ad */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "caseNumber": "379900-20260429-000001",
                     *       "item": "large-outdoor-ad",
                     *       "itemName": "设置大型户外广告及在城市建筑物、设施上悬挂、张贴宣传品审批",
                     *       "agency": "bureau",
                     *       "agencyName": "海棠市行政审批局",
                     *       "applicantName": "海棠市临江小馆餐饮有限公司",
                     *       "premises": {
                     *         "name": "临江小馆",
                     *         "address": "海棠市人民路 1 号"
                     *       },
                     *       "status": "asking",
                     *       "count": {
                     *         "asked": 3,
                     *         "settled": 2,
                     *         "agreed": 1,
                     *         "agreedWithConditions": 1,
                     *         "disagreed": 0,
                     *         "silent": 0
                     *       },
                     *       "requests": [
                     *         {
                     *           "requestId": "4f6b2c1a-7d3e-4a58-9b0c-1d2e3f4a5b6c",
                     *           "department": "fire-rescue",
                     *           "departmentName": "海棠市消防救援大队",
                     *           "round": 2,
                     *           "question": "就人民路 1 号门店设置大型户外广告征求意见，请从消防、市容方面答复。",
                     *           "reason": "设置方案变更，须重新征求意见。",
                     *           "askedAt": "2026-05-06T02:00:00.000Z",
                     *           "askedBy": "李审批",
                     *           "answerBy": {
                     *             "due": "2026-05-11"
                     *           },
                     *           "remindedAt": "2026-05-07T16:00:00.000Z",
                     *           "silence": "no-objection",
                     *           "silenceSource": "海政办发〔2025〕8号",
                     *           "silent": false,
                     *           "opinion": {
                     *             "position": "agree-with-conditions",
                     *             "conditions": [
                     *               "不得遮挡二层排烟窗。"
                     *             ],
                     *             "reasons": [
                     *               "排烟窗须保持畅通。"
                     *             ],
                     *             "legalBasis": [
                     *               "消防法 28"
                     *             ],
                     *             "answeredAt": "2026-05-08T03:00:00.000Z",
                     *             "answeredBy": "赵审核",
                     *             "late": false
                     *           }
                     *         },
                     *         {
                     *           "requestId": "9c1d7e52-3b64-4f0a-8a17-6e5d4c3b2a10",
                     *           "department": "city-management",
                     *           "round": 1,
                     *           "question": "就人民路 1 号门店设置大型户外广告征求意见，请从市容方面答复。",
                     *           "askedAt": "2026-05-06T02:00:00.000Z",
                     *           "askedBy": "李审批",
                     *           "answerBy": {
                     *             "due": "2026-05-11"
                     *           },
                     *           "lamp": "blue",
                     *           "silence": "no-objection",
                     *           "silent": false
                     *         }
                     *       ],
                     *       "actions": [
                     *         "consult-departments"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FindConsultationReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalConsultDepartments: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example large-outdoor-ad */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "departments": [
                 *         {
                 *           "department": "fire-rescue",
                 *           "name": "海棠市消防救援大队",
                 *           "workingDays": 3
                 *         }
                 *       ],
                 *       "question": "就人民路 1 号门店设置大型户外广告征求意见，请从消防、市容方面答复。",
                 *       "reason": "设置方案变更，须重新征求意见。"
                 *     }
                 */
                "application/json": {
                    departments: components["schemas"]["DepartmentToAsk"][];
                    question: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "askedAt": "2026-05-06T02:00:00.000Z",
                     *       "requests": [
                     *         {
                     *           "requestId": "4f6b2c1a-7d3e-4a58-9b0c-1d2e3f4a5b6c",
                     *           "department": "fire-rescue",
                     *           "round": 2,
                     *           "answerBy": {
                     *             "due": "2026-05-11"
                     *           },
                     *           "silence": "no-objection"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ConsultDepartmentsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalGiveDepartmentOpinion: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example large-outdoor-ad */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "position": "agree-with-conditions",
                 *       "conditions": [
                 *         "不得遮挡二层排烟窗。"
                 *       ],
                 *       "reasons": [
                 *         "排烟窗须保持畅通。"
                 *       ],
                 *       "legalBasis": [
                 *         "消防法 28"
                 *       ]
                 *     }
                 */
                "application/json": {
                    conditions: string[];
                    legalBasis: string[];
                    /** @enum {unknown} */
                    position: "agree" | "agree-with-conditions" | "disagree";
                    reasons: string[];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "answeredAt": "2026-05-08T03:00:00.000Z",
                     *       "late": false,
                     *       "settled": 2,
                     *       "asked": 3
                     *     }
                     */
                    "application/json": components["schemas"]["GiveDepartmentOpinionReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalDecideTrack: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example large-outdoor-ad */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "refused",
                 *       "reasons": [
                 *         "招牌遮挡二层排烟窗，不符合设置要求。"
                 *       ],
                 *       "legalBasis": [
                 *         "城市市容和环境卫生管理条例 11"
                 *       ],
                 *       "delayReason": "现场核查需两个部门会同进行，超过承诺时限一个工作日。",
                 *       "conditions": [
                 *         "不得遮挡二层排烟窗。"
                 *       ],
                 *       "protection": [
                 *         {
                 *           "kind": "trade-secret",
                 *           "parts": [
                 *             "conditions"
                 *           ],
                 *           "reason": "条件中写明的配方属于商业秘密。"
                 *         }
                 *       ],
                 *       "disclosed": [
                 *         {
                 *           "parts": [
                 *             "holder"
                 *           ],
                 *           "ground": "public-interest",
                 *           "reason": "不公开经营者会影响消费者选择。"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    conditions?: string[];
                    delayReason?: string;
                    disclosed?: components["schemas"]["MarkedPartDisclosedInput"][];
                    legalBasis: string[];
                    /** @enum {unknown} */
                    outcome: "granted" | "refused";
                    protection?: components["schemas"]["DecisionProtectionInput"][];
                    reasons: string[];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decisionNumber": "379900-20260429-000001-03-D",
                     *       "decidedAt": "2026-05-14T02:01:00.000Z",
                     *       "licence": {
                     *         "number": "379900-20260429-000001-01-L",
                     *         "name": "食品经营许可证",
                     *         "validFrom": "2026-05-14",
                     *         "validUntil": "2031-05-13",
                     *         "verificationCode": "vK3mQ9xT2bWnR7cY"
                     *       },
                     *       "appeal": {
                     *         "reconsiderationBody": "海棠市人民政府",
                     *         "reconsiderationTerm": "自知道本决定之日起六十日内",
                     *         "court": "海棠市人民法院",
                     *         "litigationTerm": "自知道或者应当知道本决定之日起六个月内"
                     *       },
                     *       "under": {
                     *         "kind": "chief-representative",
                     *         "documentNumber": "海审授〔2026〕3 号",
                     *         "by": "wei.dong",
                     *         "byName": "魏东",
                     *         "until": "2026-12-31"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DecideTrackReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalProtectDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example food-business-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "protection": [
                 *         {
                 *           "kind": "trade-secret",
                 *           "parts": [
                 *             "conditions"
                 *           ],
                 *           "reason": "条件中写明的配方属于商业秘密。"
                 *         },
                 *         {
                 *           "kind": "state-secret",
                 *           "parts": [],
                 *           "reason": "该决定已依法定密。",
                 *           "classifiedBy": "海密〔2026〕3号"
                 *         }
                 *       ],
                 *       "disclosed": [
                 *         {
                 *           "parts": [
                 *             "holder"
                 *           ],
                 *           "ground": "public-interest",
                 *           "reason": "不公开经营者会影响消费者选择。"
                 *         }
                 *       ],
                 *       "reason": "公开后发现遗漏了商业秘密。"
                 *     }
                 */
                "application/json": {
                    disclosed?: components["schemas"]["MarkedPartDisclosedInput"][];
                    protection: components["schemas"]["DecisionProtectionInput"][];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decisionNumber": "379900-20260429-000001-01-D",
                     *       "ruledAt": "2026-06-01T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProtectDecisionReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalExplainDelay: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example food-business-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "现场核查需两个部门会同进行，超过承诺时限一个工作日。"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "givenAt": "2026-05-18T01:20:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ExplainDelayReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalDraftDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example large-outdoor-ad */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "granted",
                 *       "reasons": [
                 *         "方案符合设置规划。"
                 *       ],
                 *       "legalBasis": [
                 *         "城市市容和环境卫生管理条例 11"
                 *       ],
                 *       "conditions": [
                 *         "不得遮挡二层排烟窗。"
                 *       ]
                 *     }
                 */
                "application/json": {
                    conditions?: string[];
                    legalBasis: string[];
                    /** @enum {unknown} */
                    outcome: "granted" | "refused";
                    reasons: string[];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "draftedAt": "2026-05-12T02:00:00.000Z",
                     *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *     }
                     */
                    "application/json": components["schemas"]["DraftDecisionReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalReviewDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example large-outdoor-ad */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 *       "result": "returned",
                 *       "remarks": [
                 *         "请写明条件的依据。"
                 *       ]
                 *     }
                 */
                "application/json": {
                    hash: string;
                    remarks: string[];
                    /** @enum {unknown} */
                    result: "approved" | "returned";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "reviewedAt": "2026-05-12T06:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewDecisionDraftReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalExtendTerm: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example drainage-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "days": 10,
                 *       "reason": "排水水质检测结论与申请材料不一致，需补充核对，不能在法定期限内作出决定。"
                 *     }
                 */
                "application/json": {
                    days: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "noticeNumber": "379900-20260429-000001-04-E",
                     *       "approvedAt": "2026-05-27T02:00:00.000Z",
                     *       "before": {
                     *         "due": "2026-05-29"
                     *       },
                     *       "statutory": {
                     *         "due": "2026-06-12"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExtendTermReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalMarkGreenLane: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example food-business-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "省级重点项目",
                 *       "internalDue": "2026-05-10"
                 *     }
                 */
                "application/json": {
                    internalDue?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "markedAt": "2026-05-06T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["MarkGreenLaneReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalFindInterestedParties: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example large-outdoor-ad */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "caseNumber": "379900-20260429-000001",
                     *       "item": "large-outdoor-ad",
                     *       "itemName": "设置大型户外广告审批",
                     *       "agencyName": "海棠市行政审批局",
                     *       "parties": [
                     *         {
                     *           "partyId": "4f6b2c1a-7d3e-4a58-9b0c-1d2e3f4a5b6c",
                     *           "name": "临江花园业主委员会",
                     *           "interest": "招牌照明影响二层住户采光。",
                     *           "namedBy": "self",
                     *           "namedAt": "2026-05-06T02:00:00.000Z",
                     *           "told": {
                     *             "noticeNumber": "379900-20260429-000001-03-P1",
                     *             "method": "window",
                     *             "receivedBy": "何某",
                     *             "servedOn": "2026-05-06",
                     *             "stateBy": {
                     *               "due": "2026-05-13"
                     *             },
                     *             "hearing": true
                     *           },
                     *           "declinedBecause": "住址与招牌不相邻。"
                     *         }
                     *       ],
                     *       "statements": [
                     *         {
                     *           "partyId": "4f6b2c1a-7d3e-4a58-9b0c-1d2e3f4a5b6c",
                     *           "kind": "statement",
                     *           "text": "请求二十二时后关闭照明。",
                     *           "statedAt": "2026-05-07T03:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FindInterestedPartiesReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalNameInterestedParty: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example large-outdoor-ad */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "临江花园业主委员会",
                 *       "interest": "招牌照明影响二层住户采光。"
                 *     }
                 */
                "application/json": {
                    interest: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "partyId": "4f6b2c1a-7d3e-4a58-9b0c-1d2e3f4a5b6c",
                     *       "namedAt": "2026-05-06T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["NameInterestedPartyReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalTellInterestedParty: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example large-outdoor-ad */
                item: string;
                /** @example 4f6b2c1a-7d3e-4a58-9b0c-1d2e3f4a5b6c */
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "method": "window",
                 *       "receivedBy": "何某",
                 *       "servedOn": "2026-05-06",
                 *       "hearing": true
                 *     }
                 */
                "application/json": {
                    hearing: boolean;
                    /** @enum {unknown} */
                    method: "window" | "post" | "electronic" | "announcement";
                    receivedBy: string;
                    servedOn: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "noticeNumber": "379900-20260429-000001-03-P1",
                     *       "stateBy": {
                     *         "due": "2026-05-13"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TellInterestedPartyReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalDeclineInterestedParty: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example large-outdoor-ad */
                item: string;
                /** @example 4f6b2c1a-7d3e-4a58-9b0c-1d2e3f4a5b6c */
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "住址与招牌不相邻。"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "declinedAt": "2026-05-06T03:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DeclineInterestedPartyReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalRecordLicenceUse: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example construction-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "usedOn": "2026-07-01",
                 *       "evidence": "开工报告〔2026〕12号"
                 *     }
                 */
                "application/json": {
                    evidence: string;
                    usedOn: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recordedAt": "2026-07-02T01:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RecordLicenceUseReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalRecordOpinion: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example food-business-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "recommendation": "grant",
                 *       "grounds": [
                 *         "材料齐全，符合法定条件。"
                 *       ]
                 *     }
                 */
                "application/json": {
                    grounds: string[];
                    /** @enum {unknown} */
                    recommendation: "grant" | "refuse";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recordedAt": "2026-05-14T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RecordOpinionReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalReopenTrack: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example drainage-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "reconsideration",
                 *       "body": "海棠市人民政府",
                 *       "documentNumber": "海政复决字〔2026〕12号",
                 *       "madeOn": "2026-07-20",
                 *       "effectiveOn": "2026-07-22",
                 *       "term": {
                 *         "unit": "working-day",
                 *         "days": 15
                 *       },
                 *       "documentReceipt": "eyJhbGciOiJFZERTQSIsInR5cCI6ImZpbGUtcmVjZWlwdCtqd3QifQ.eyJzdWIiOiJsaW4ueXVlIn0.c2lnbmF0dXJl"
                 *     }
                 */
                "application/json": {
                    body: string;
                    documentNumber: string;
                    documentReceipt: string;
                    effectiveOn: string;
                    /** @enum {unknown} */
                    kind: "reconsideration" | "judgment";
                    madeOn: string;
                    term?: components["schemas"]["OrderedTerm"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "reopenedAt": "2026-07-23T01:30:00.000Z",
                     *       "quashedDecision": "379900-20260429-000001-04-D",
                     *       "statutory": {
                     *         "due": "2026-08-12"
                     *       },
                     *       "promised": {
                     *         "due": "2026-08-05"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ReopenTrackReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalStartSpecialProcedure: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example drainage-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "procedure": "of-the-item",
                 *       "ownProcedure": "technical-assessment",
                 *       "reason": "对排水水质抽样检测，检测期间不计入办理期限。",
                 *       "expectedWorkingDays": 6,
                 *       "carriedOutBy": "海棠市水质检测中心",
                 *       "costFen": 120000
                 *     }
                 */
                "application/json": {
                    carriedOutBy: string;
                    costFen?: number;
                    expectedWorkingDays: number;
                    ownProcedure?: string;
                    /** @enum {unknown} */
                    procedure: "hearing" | "tendering" | "auction" | "inspection-of-goods" | "testing" | "quarantine" | "appraisal" | "expert-review" | "of-the-item";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "procedureId": "9c858901-8a57-4791-81fe-4c455b099bc9",
                     *       "noticeNumber": "379900-20260429-000001-04-N1",
                     *       "suspendedFrom": "2026-05-06",
                     *       "expectedDue": {
                     *         "haltedSince": "2026-05-06",
                     *         "due": "2026-06-08"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StartSpecialProcedureReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalEndSpecialProcedure: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example drainage-permit */
                item: string;
                /** @example 9c858901-8a57-4791-81fe-4c455b099bc9 */
                procedureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "result": "favourable",
                 *       "conclusion": "各项指标符合纳管标准。",
                 *       "reportReceipt": "eyJhbGciOiJFZERTQSIsInR5cCI6ImZpbGUtcmVjZWlwdCtqd3QifQ.eyJzdWIiOiJsaW4ueXVlIn0.c2lnbmF0dXJl"
                 *     }
                 */
                "application/json": {
                    conclusion: string;
                    reportReceipt: string;
                    /** @enum {unknown} */
                    result: "favourable" | "unfavourable" | "inconclusive";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "suspendedUntil": "2026-05-12",
                     *       "suspendedWorkingDays": 6,
                     *       "statutory": {
                     *         "due": "2026-06-08"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["EndSpecialProcedureReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalAssignTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example food-business-permit */
                item: string;
                /** @example review */
                stage: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "officer": "qian.wei",
                 *       "reason": "原承办人回避"
                 *     }
                 */
                "application/json": {
                    officer: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "officer": "qian.wei",
                     *       "officerName": "钱伟",
                     *       "since": "2026-05-06T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TaskReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalClaimTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example food-business-permit */
                item: string;
                /** @example review */
                stage: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "officer": "qian.wei",
                     *       "officerName": "钱伟",
                     *       "since": "2026-05-06T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TaskReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalCompleteStage: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example construction-permit */
                item: string;
                /** @example fire */
                stage: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "同意",
                 *       "remark": "消防车道已核对。"
                 *     }
                 */
                "application/json": {
                    outcome: string;
                    remark?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completedAt": "2026-05-14T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CompleteStageReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalReleaseTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example food-business-permit */
                item: string;
                /** @example review */
                stage: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "外出培训"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "officer": "qian.wei",
                     *       "officerName": "钱伟",
                     *       "since": "2026-05-06T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TaskReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalReturnStage: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example construction-permit */
                item: string;
                /** @example council */
                stage: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "review",
                 *       "reason": "审查意见与图纸不一致，请重新审查。"
                 *     }
                 */
                "application/json": {
                    reason: string;
                    to: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "returnedAt": "2026-05-14T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ReturnStageReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalRecordStatement: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example large-outdoor-ad */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "partyId": "4f6b2c1a-7d3e-4a58-9b0c-1d2e3f4a5b6c",
                 *       "kind": "statement",
                 *       "text": "请求二十二时后关闭照明。"
                 *     }
                 */
                "application/json": {
                    /** @enum {unknown} */
                    kind: "statement" | "waiver";
                    /** Format: uuid */
                    partyId?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statedAt": "2026-05-07T03:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RecordStatementReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalTransferTrack: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
                /** @example road-freight-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "recommendation": "grant",
                 *       "grounds": [
                 *         "材料齐全，车辆和驾驶员条件符合规定。"
                 *       ]
                 *     }
                 */
                "application/json": {
                    grounds: string[];
                    /** @enum {unknown} */
                    recommendation: "grant" | "refuse";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "transferredAt": "2026-05-14T02:00:00.000Z",
                     *       "to": "provincial-transport",
                     *       "toName": "省交通运输厅",
                     *       "statutory": {
                     *         "due": "2026-06-11"
                     *       },
                     *       "promised": {
                     *         "due": "2026-05-21"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TransferTrackReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalWithdrawTrack: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260429-000001 */
                caseNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         "large-outdoor-ad"
                 *       ],
                 *       "reason": "招牌方案取消。"
                 *     }
                 */
                "application/json": {
                    items?: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "withdrawnAt": "2026-05-08T02:00:00.000Z",
                     *       "items": [
                     *         "large-outdoor-ad"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawTrackReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeExportCatalogue: {
        parameters: {
            query: {
                /** @example items:food-business-permit */
                cursor?: string;
                /** @example csv */
                format: "csv" | "json";
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "text": "record,item_code,task_name\r\nitem,food-business-permit,食品经营许可（新办）\r\n",
                     *       "nextCursor": "implementations:"
                     *     }
                     */
                    "application/json": components["schemas"]["ExportCatalogueReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeImportCatalogue: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fileReceipt": "eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl",
                 *       "dryRun": true
                 *     }
                 */
                "application/json": components["schemas"]["ImportCatalogueRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "importId": "0198f1d2-0000-7000-8000-0000000000a1"
                     *     }
                     */
                    "application/json": components["schemas"]["ImportCatalogueReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeFindImport: {
        parameters: {
            query?: {
                /** @example 200 */
                skip?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 0198f1d2-0000-7000-8000-0000000000a1 */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "importId": "0198f1d2-0000-7000-8000-0000000000a1",
                     *       "status": "refused",
                     *       "fileName": "事项目录.csv",
                     *       "dryRun": true,
                     *       "items": {
                     *         "added": 1,
                     *         "changed": 2,
                     *         "same": 3
                     *       },
                     *       "implementations": {
                     *         "added": 1,
                     *         "changed": 2,
                     *         "same": 3
                     *       },
                     *       "bundles": {
                     *         "added": 1,
                     *         "changed": 2,
                     *         "same": 3
                     *       },
                     *       "changes": [
                     *         {
                     *           "subject": "food-business-permit",
                     *           "change": "changed",
                     *           "fields": [
                     *             "name"
                     *           ]
                     *         }
                     *       ],
                     *       "faults": 1,
                     *       "findings": [
                     *         {
                     *           "rule": "required",
                     *           "path": "anticipate_type",
                     *           "row": 12,
                     *           "subject": "food-business-permit",
                     *           "zh": "必填，应为：下列之一：working-day, calendar-day。",
                     *           "en": "Required: one of: working-day, calendar-day.",
                     *           "source": "行政许可法 82"
                     *         }
                     *       ],
                     *       "notes": [
                     *         {
                     *           "rule": "not-offered-here",
                     *           "row": 1,
                     *           "subject": "restaurant/tobacco",
                     *           "zh": "目录中没有事项“tobacco-retail-permit”，本地暂不提供。",
                     *           "en": "The catalogue has no item \"tobacco-retail-permit\"; it is not offered here."
                     *         }
                     *       ],
                     *       "guidance": {
                     *         "added": 1,
                     *         "changed": 0,
                     *         "same": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FindImportReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalListConsultations: {
        parameters: {
            query?: {
                /** @example open */
                answered?: "open" | "answered";
                /** @example 2026-05-06T02:00:00.000Z/379900-20260429-000001:large-outdoor-ad */
                cursor?: string;
                /** @example 20 */
                limit?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "consultations": [
                     *         {
                     *           "caseNumber": "379900-20260429-000001",
                     *           "item": "large-outdoor-ad",
                     *           "itemName": "设置大型户外广告及在城市建筑物、设施上悬挂、张贴宣传品审批",
                     *           "agencyName": "海棠市行政审批局",
                     *           "applicantName": "海棠市临江小馆餐饮有限公司",
                     *           "round": 2,
                     *           "askedAt": "2026-05-06T02:00:00.000Z",
                     *           "answerBy": {
                     *             "due": "2026-05-11"
                     *           },
                     *           "lamp": "yellow",
                     *           "answered": false
                     *         }
                     *       ],
                     *       "nextCursor": "2026-05-06T02:00:00.000Z/379900-20260429-000001:large-outdoor-ad"
                     *     }
                     */
                    "application/json": components["schemas"]["ListConsultationsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeListDecisions: {
        parameters: {
            query?: {
                /** @example 海棠市行政审批服务局 */
                agencyName?: string;
                /** @example eyJ2IjoxfQ */
                cursor?: string;
                /** @example 2026-05-01 */
                from?: string;
                /** @example food-business-permit */
                item?: string;
                /** @example 20 */
                limit?: number;
                /** @example 小馆 */
                text?: string;
                /** @example 2026-05-31 */
                to?: string;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decisions": [
                     *         {
                     *           "number": "海棠市行政审批服务局准字〔2026〕第12号",
                     *           "reference": "379900-20260427-000001-01-D-G1",
                     *           "agencyName": "海棠市行政审批服务局",
                     *           "item": "food-business-permit",
                     *           "itemName": "食品经营许可（新办）",
                     *           "holder": "海棠小馆",
                     *           "issuedAt": "2026-05-20T02:00:00.000Z",
                     *           "standing": "genuine",
                     *           "corrects": "379900-20260427-000001-01-D",
                     *           "withheld": [
                     *             {
                     *               "kind": "trade-secret",
                     *               "parts": [
                     *                 "conditions"
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ2IjoyfQ",
                     *       "stateSecrets": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ListDecisionsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeFindDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 379900-20260427-000001-01-D-G1 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decision": {
                     *         "number": "海棠市行政审批服务局准字〔2026〕第12号",
                     *         "reference": "379900-20260427-000001-01-D-G1",
                     *         "agencyName": "海棠市行政审批服务局",
                     *         "item": "food-business-permit",
                     *         "itemName": "食品经营许可（新办）",
                     *         "holder": "海棠小馆",
                     *         "issuedAt": "2026-05-20T02:00:00.000Z",
                     *         "standing": "genuine",
                     *         "corrects": "379900-20260427-000001-01-D",
                     *         "withheld": [
                     *           {
                     *             "kind": "trade-secret",
                     *             "parts": [
                     *               "conditions"
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "legalBasis": [
                     *         "食品安全法 35"
                     *       ],
                     *       "conditions": [
                     *         "不得遮挡二层排烟窗。"
                     *       ],
                     *       "changes": [
                     *         {
                     *           "changedAt": "2026-06-01T02:00:00.000Z",
                     *           "withheld": [
                     *             {
                     *               "kind": "trade-secret",
                     *               "parts": [
                     *                 "conditions"
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FindDecisionReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    supervisionListHandovers: {
        parameters: {
            query?: {
                /** @example 2026-05-14T02:05:02.000Z/2 */
                cursor?: string;
                /** @example 20 */
                limit?: number;
                /** @example received */
                status?: "received" | "acknowledged";
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example market-regulation */
                department: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "handovers": [
                     *         {
                     *           "handoverId": "16fd2706-8baf-433b-82eb-8c7fada847da",
                     *           "caseNumber": "379900-20260429-000001",
                     *           "itemName": "食品经营许可（新办）",
                     *           "applicantName": "海棠市临江小馆餐饮有限公司",
                     *           "outcome": "granted",
                     *           "status": "received",
                     *           "receivedAt": "2026-05-14T02:05:02.000Z",
                     *           "acknowledgeBy": {
                     *             "due": "2026-05-19"
                     *           }
                     *         }
                     *       ],
                     *       "total": 3,
                     *       "nextCursor": "2026-05-14T02:05:02.000Z/1"
                     *     }
                     */
                    "application/json": components["schemas"]["ListHandoversReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    supervisionFindHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example market-regulation */
                department: string;
                /** @example 16fd2706-8baf-433b-82eb-8c7fada847da */
                handoverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "handoverId": "16fd2706-8baf-433b-82eb-8c7fada847da",
                     *       "department": "market-regulation",
                     *       "status": "acknowledged",
                     *       "actions": [],
                     *       "caseNumber": "379900-20260429-000001",
                     *       "item": "food-business-permit",
                     *       "itemName": "食品经营许可（新办）",
                     *       "applicant": {
                     *         "name": "海棠市临江小馆餐饮有限公司",
                     *         "creditCode": "91371500MA9YXW1T5X"
                     *       },
                     *       "premises": {
                     *         "name": "临江小馆",
                     *         "address": "海棠市东城区临江路18号"
                     *       },
                     *       "decision": {
                     *         "number": "379900-20260429-000001-01-D",
                     *         "outcome": "granted",
                     *         "decidedAt": "2026-05-14T02:05:00.000Z",
                     *         "agency": "bureau",
                     *         "agencyName": "海棠市行政审批服务局",
                     *         "reasons": []
                     *       },
                     *       "licence": {
                     *         "number": "379900-20260429-000001-01-L",
                     *         "name": "食品经营许可证",
                     *         "validFrom": "2026-05-14",
                     *         "validUntil": "2031-05-13",
                     *         "verificationCode": "vK3mQ9xT2bWnR7cY"
                     *       },
                     *       "receivedAt": "2026-05-14T02:05:02.000Z",
                     *       "acknowledgeBy": {
                     *         "due": "2026-05-19"
                     *       },
                     *       "acknowledgedAt": "2026-05-20T02:00:00.000Z",
                     *       "acknowledgedBy": "wei.na",
                     *       "remark": "已列入五月检查计划",
                     *       "overdueSince": "2026-05-19T16:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["FindHandoverReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    supervisionAcknowledgeHandover: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example market-regulation */
                department: string;
                /** @example 16fd2706-8baf-433b-82eb-8c7fada847da */
                handoverId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "remark": "已列入日常监管名录。"
                 *     }
                 */
                "application/json": {
                    remark?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acknowledgedAt": "2026-05-15T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AcknowledgeHandoverReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    supervisionListItems: {
        parameters: {
            query?: {
                /** @example outdoor-advertising/outdoor-advertising */
                cursor?: string;
                /** @example 20 */
                limit?: number;
                /** @example in-force */
                status?: "in-force" | "retired";
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example city-management */
                department: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "item": "road-occupation",
                     *           "edition": 2,
                     *           "name": "临时性建筑物搭建、堆放物料、占道施工审批",
                     *           "status": "in-force",
                     *           "from": "2026-04-21",
                     *           "type": "administrative-permit",
                     *           "decidingAgency": "bureau",
                     *           "decidingAgencyName": "海棠市行政审批服务局",
                     *           "supervisingDepartment": "city-management",
                     *           "statutoryTerm": {
                     *             "unit": "working-day",
                     *             "days": 20
                     *           },
                     *           "promised": {
                     *             "unit": "working-day",
                     *             "days": 5
                     *           },
                     *           "resultName": "临时占用道路许可证",
                     *           "intermediaryServices": [],
                     *           "changed": {
                     *             "how": "transferred",
                     *             "on": "2026-04-21",
                     *             "formerAgency": "city-management"
                     *           },
                     *           "duty": "supervises"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "nextCursor": "road-occupation/road-occupation"
                     *     }
                     */
                    "application/json": components["schemas"]["ListSupervisedItemsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileUploaded"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    intakeFindGuidance: {
        parameters: {
            query?: {
                /** @example 1 */
                version?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example restaurant */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "restaurant",
                     *       "nameZh": "开办餐饮店",
                     *       "nameEn": "Opening a restaurant",
                     *       "item": "food-business-permit",
                     *       "bundle": "restaurant",
                     *       "start": "licence",
                     *       "questions": [
                     *         {
                     *           "id": "licence",
                     *           "kind": "single",
                     *           "zh": "是否已取得营业执照？",
                     *           "en": "Do you have a business licence?",
                     *           "helpZh": "个体工商户也可。",
                     *           "helpEn": "That of a sole trader will do.",
                     *           "options": [
                     *             {
                     *               "value": "yes",
                     *               "zh": "是",
                     *               "en": "Yes"
                     *             },
                     *             {
                     *               "value": "no",
                     *               "zh": "否",
                     *               "en": "No"
                     *             }
                     *           ],
                     *           "next": [
                     *             {
                     *               "when": {
                     *                 "field": "licence",
                     *                 "equals": "yes"
                     *               },
                     *               "to": "area"
                     *             },
                     *             {
                     *               "to": "first-a-licence"
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "area",
                     *           "kind": "number",
                     *           "zh": "经营场所面积是多少？",
                     *           "en": "How large is the place?",
                     *           "unit": "平方米",
                     *           "minimum": 1,
                     *           "maximum": 100000,
                     *           "next": [
                     *             {
                     *               "to": "permit"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "outcomes": [
                     *         {
                     *           "id": "permit",
                     *           "eligible": true,
                     *           "reasons": [
                     *             {
                     *               "zh": "符合条件。",
                     *               "en": "The conditions are met.",
                     *               "source": "食品安全法 35"
                     *             }
                     *           ],
                     *           "items": [
                     *             "food-business-permit"
                     *           ]
                     *         },
                     *         {
                     *           "id": "first-a-licence",
                     *           "eligible": false,
                     *           "reasons": [
                     *             {
                     *               "zh": "请先办理营业执照。",
                     *               "en": "Get a business licence first."
                     *             }
                     *           ],
                     *           "items": []
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["FindGuidanceReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakePublishGuidance: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example restaurant */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "nameZh": "开办餐饮店",
                 *       "nameEn": "Opening a restaurant",
                 *       "item": "food-business-permit",
                 *       "bundle": "restaurant",
                 *       "start": "licence",
                 *       "questions": [
                 *         {
                 *           "id": "licence",
                 *           "kind": "single",
                 *           "zh": "是否已取得营业执照？",
                 *           "en": "Do you have a business licence?",
                 *           "helpZh": "个体工商户也可。",
                 *           "helpEn": "That of a sole trader will do.",
                 *           "options": [
                 *             {
                 *               "value": "yes",
                 *               "zh": "是",
                 *               "en": "Yes"
                 *             },
                 *             {
                 *               "value": "no",
                 *               "zh": "否",
                 *               "en": "No"
                 *             }
                 *           ],
                 *           "next": [
                 *             {
                 *               "when": {
                 *                 "field": "licence",
                 *                 "equals": "yes"
                 *               },
                 *               "to": "area"
                 *             },
                 *             {
                 *               "to": "first-a-licence"
                 *             }
                 *           ]
                 *         },
                 *         {
                 *           "id": "area",
                 *           "kind": "number",
                 *           "zh": "经营场所面积是多少？",
                 *           "en": "How large is the place?",
                 *           "unit": "平方米",
                 *           "minimum": 1,
                 *           "maximum": 100000,
                 *           "next": [
                 *             {
                 *               "to": "permit"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "outcomes": [
                 *         {
                 *           "id": "permit",
                 *           "eligible": true,
                 *           "reasons": [
                 *             {
                 *               "zh": "符合条件。",
                 *               "en": "The conditions are met.",
                 *               "source": "食品安全法 35"
                 *             }
                 *           ],
                 *           "items": [
                 *             "food-business-permit"
                 *           ]
                 *         },
                 *         {
                 *           "id": "first-a-licence",
                 *           "eligible": false,
                 *           "reasons": [
                 *             {
                 *               "zh": "请先办理营业执照。",
                 *               "en": "Get a business licence first."
                 *             }
                 *           ],
                 *           "items": []
                 *         }
                 *       ],
                 *       "basedOn": 0
                 *     }
                 */
                "application/json": {
                    basedOn?: number;
                    bundle?: string;
                    item?: string;
                    nameEn: string;
                    nameZh: string;
                    outcomes: components["schemas"]["GuidingOutcomeInput"][];
                    questions: components["schemas"]["GuidingQuestionInput"][];
                    start: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "restaurant",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PublishGuidanceReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeFollowGuidance: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example restaurant */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answers": {
                 *         "licence": "yes"
                 *       }
                 *     }
                 */
                "application/json": {
                    answers: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "answered": [
                     *         "licence"
                     *       ],
                     *       "question": {
                     *         "id": "area",
                     *         "kind": "number",
                     *         "zh": "经营场所面积是多少？",
                     *         "en": "How large is the place?",
                     *         "unit": "平方米",
                     *         "minimum": 1,
                     *         "maximum": 100000,
                     *         "options": [
                     *           {
                     *             "value": "yes",
                     *             "zh": "是",
                     *             "en": "Yes"
                     *           },
                     *           {
                     *             "value": "no",
                     *             "zh": "否",
                     *             "en": "No"
                     *           }
                     *         ],
                     *         "helpZh": "按租赁合同。",
                     *         "helpEn": "As in the lease."
                     *       },
                     *       "outcome": {
                     *         "eligible": true,
                     *         "reasons": [
                     *           {
                     *             "zh": "符合条件。",
                     *             "en": "The conditions are met.",
                     *             "source": "食品安全法 35"
                     *           }
                     *         ],
                     *         "items": [
                     *           {
                     *             "item": "food-business-permit",
                     *             "name": "食品经营许可（新办）",
                     *             "decidingAgencyName": "海棠市行政审批服务局",
                     *             "statutoryTerm": {
                     *               "unit": "working-day",
                     *               "days": 15,
                     *               "source": "实施清单（食品经营许可新办）"
                     *             },
                     *             "promisedTerm": {
                     *               "unit": "working-day",
                     *               "days": 10,
                     *               "source": "办事指南承诺时限"
                     *             },
                     *             "charged": true,
                     *             "fees": [
                     *               {
                     *                 "name": "工本费",
                     *                 "standard": "10元/证",
                     *                 "basis": "行政许可法 58",
                     *                 "reduction": "小微企业免收"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "materials": [
                     *           {
                     *             "code": "kitchen-layout",
                     *             "name": "主要设备设施布局和操作流程文件",
                     *             "necessity": "required",
                     *             "source": "applicant",
                     *             "acceptanceStandard": "标明各功能区和流程走向",
                     *             "items": [
                     *               "food-business-permit"
                     *             ],
                     *             "standards": [
                     *               {
                     *                 "item": "food-business-permit",
                     *                 "acceptanceStandard": "标明各功能区和流程走向"
                     *               }
                     *             ],
                     *             "when": {
                     *               "field": "publicAssembly",
                     *               "equals": true
                     *             },
                     *             "kind": "form",
                     *             "format": "either",
                     *             "copies": 1,
                     *             "basis": "食品经营许可和备案管理办法 15",
                     *             "sharedFrom": "电子证照库",
                     *             "fillingNote": "加盖公章",
                     *             "intermediaryService": "water-quality-testing",
                     *             "resultOf": "food-business-permit",
                     *             "validMonths": 6,
                     *             "sample": {
                     *               "title": "申请表示范文本",
                     *               "fields": [
                     *                 {
                     *                   "label": "申请人",
                     *                   "example": "某餐饮有限公司"
                     *                 }
                     *               ]
                     *             }
                     *           }
                     *         ],
                     *         "notOffered": [
                     *           "tobacco-retail-permit"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FollowGuidanceReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalRecordChecklist: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 1b4e28ba-2fa1-41d2-883f-0016d3cca427 */
                inspectionId: string;
                /** @example public-assembly-fire-check */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "findings": [
                 *         {
                 *           "point": "second-exit",
                 *           "result": "met"
                 *         },
                 *         {
                 *           "point": "emergency-lighting",
                 *           "result": "corrected-on-the-spot",
                 *           "remark": "一处应急照明灯不亮，当场更换后复测合格。"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    findings: components["schemas"]["Finding"][];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recordedAt": "2026-05-07T06:40:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RecordChecklistReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalSignChecklist: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 1b4e28ba-2fa1-41d2-883f-0016d3cca427 */
                inspectionId: string;
                /** @example public-assembly-fire-check */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "signedAt": "2026-05-07T06:45:00.000Z",
                     *       "inspectionStatus": "completed"
                     *     }
                     */
                    "application/json": components["schemas"]["SignChecklistReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeListItems: {
        parameters: {
            query?: {
                /** @example bureau */
                agency?: string;
                /** @example true */
                choices?: boolean;
                /** @example drainage-permit */
                cursor?: string;
                /** @example 379902 */
                district?: string;
                /** @example 4 */
                level?: "1" | "2" | "3" | "4" | "5" | "6";
                /** @example opening-a-shop */
                lifeEvent?: string;
                /** @example 50 */
                limit?: number;
                /** @example 许可 */
                text?: string;
                /** @example catering */
                theme?: string;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "food-business-permit",
                     *           "name": "食品经营许可（新办）",
                     *           "decidingAgencyName": "海棠市行政审批服务局",
                     *           "matched": {
                     *             "field": "name",
                     *             "text": "食品经营许可（新办）",
                     *             "by": "synonym",
                     *             "synonym": "开饭店"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "food-business-permit",
                     *       "choices": {
                     *         "agencies": [
                     *           {
                     *             "code": "bureau",
                     *             "name": "海棠市行政审批服务局"
                     *           }
                     *         ],
                     *         "districts": [
                     *           {
                     *             "code": "379902"
                     *           }
                     *         ],
                     *         "levels": [
                     *           "4"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ListItemsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeFindItem: {
        parameters: {
            query?: {
                /** @example 379901 */
                district?: string;
                /** @example 2026-04-27 */
                on?: string;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example food-business-permit */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "food-business-permit",
                     *       "name": "食品经营许可（新办）",
                     *       "itemType": "administrative-permit",
                     *       "basicCode": "000131007000",
                     *       "implementationCode": "1137990000000000000000131007000",
                     *       "handlingType": "promised",
                     *       "decidingAgency": "bureau",
                     *       "decidingAgencyName": "海棠市行政审批服务局",
                     *       "supervisingDepartment": "market-regulation",
                     *       "legalBasis": [
                     *         "食品安全法 35"
                     *       ],
                     *       "conditions": [
                     *         "有与经营品种、数量相适应的场所，并与污染源保持规定距离"
                     *       ],
                     *       "procedure": [
                     *         "申请",
                     *         "受理",
                     *         "审查",
                     *         "决定",
                     *         "制证",
                     *         "送达"
                     *       ],
                     *       "statutoryTerm": {
                     *         "unit": "working-day",
                     *         "days": 15,
                     *         "source": "实施清单（食品经营许可新办）"
                     *       },
                     *       "promisedTerm": {
                     *         "unit": "working-day",
                     *         "days": 10,
                     *         "source": "办事指南承诺时限"
                     *       },
                     *       "warnings": {
                     *         "statutory": [
                     *           {
                     *             "lamp": "blue",
                     *             "workingDaysLeft": 3,
                     *             "percentLeft": 20
                     *           },
                     *           {
                     *             "lamp": "yellow",
                     *             "workingDaysLeft": 1
                     *           }
                     *         ],
                     *         "promised": [
                     *           {
                     *             "lamp": "blue",
                     *             "workingDaysLeft": 2
                     *           }
                     *         ],
                     *         "certificate": [
                     *           {
                     *             "lamp": "blue",
                     *             "workingDaysLeft": 2
                     *           },
                     *           {
                     *             "lamp": "red",
                     *             "workingDaysLeft": 0
                     *           }
                     *         ]
                     *       },
                     *       "materials": [
                     *         {
                     *           "code": "kitchen-layout",
                     *           "name": "主要设备设施布局和操作流程文件",
                     *           "necessity": "required",
                     *           "source": "applicant",
                     *           "acceptanceStandard": "标明各功能区和流程走向"
                     *         },
                     *         {
                     *           "code": "business-licence",
                     *           "name": "营业执照",
                     *           "necessity": "optional",
                     *           "source": "government",
                     *           "acceptanceStandard": "信息一致且在有效期内",
                     *           "resultOf": "food-business-permit"
                     *         }
                     *       ],
                     *       "quantityLimit": "无数量限制",
                     *       "charged": true,
                     *       "feeBasis": "示例：以行政法规规定的收费项目为准",
                     *       "siteVisit": true,
                     *       "resultName": "食品经营许可证",
                     *       "validityYears": 5,
                     *       "consultation": "0999-12345",
                     *       "complaints": "0999-12388",
                     *       "edition": 2,
                     *       "lapse": {
                     *         "unit": "month",
                     *         "count": 3,
                     *         "from": "service",
                     *         "source": "建筑法 9"
                     *       },
                     *       "bases": [
                     *         {
                     *           "law": "食品安全法",
                     *           "article": "35",
                     *           "text": "国家对食品生产经营实行许可制度。",
                     *           "validFrom": "2009-06-01",
                     *           "validTo": "2099-12-31"
                     *         }
                     *       ],
                     *       "localCode": "HT-0131-007",
                     *       "level": "3",
                     *       "powerSource": "statutory",
                     *       "agencyKind": "entrusted",
                     *       "agencyCreditCode": "11371500MB9K2Q0A94",
                     *       "entrustedBy": "海棠市市场监督管理局",
                     *       "served": [
                     *         "natural-person",
                     *         "enterprise"
                     *       ],
                     *       "onlineDepth": "preliminary",
                     *       "visits": 1,
                     *       "visitReason": "领取纸质证照",
                     *       "channels": [
                     *         "window",
                     *         "online"
                     *       ],
                     *       "places": [
                     *         {
                     *           "name": "政务服务中心二楼综合窗口",
                     *           "address": "海棠市东城区市民路1号",
                     *           "hours": "工作日 9:00—17:00",
                     *           "phone": "0999-12345"
                     *         }
                     *       ],
                     *       "fees": [
                     *         {
                     *           "name": "示例收费项目",
                     *           "standard": "每件10元",
                     *           "basis": "示例：以行政法规规定的收费项目为准",
                     *           "reduction": "小微企业免收"
                     *         }
                     *       ],
                     *       "paidOnline": true,
                     *       "specialProcedures": [
                     *         {
                     *           "kind": "testing",
                     *           "days": 10,
                     *           "explanation": "由决定机关委托检测"
                     *         }
                     *       ],
                     *       "intermediaryServices": [
                     *         {
                     *           "code": "water-quality-testing",
                     *           "name": "排水水质、水量检测",
                     *           "basis": "城镇排水与污水处理条例 21",
                     *           "paidBy": "applicant"
                     *         }
                     *       ],
                     *       "resultType": "licence",
                     *       "resultSample": "食品经营许可证（样本）",
                     *       "questions": [
                     *         {
                     *           "question": "多久能办好？",
                     *           "answer": "受理之日起十个工作日内。"
                     *         }
                     *       ],
                     *       "form": {
                     *         "type": "object",
                     *         "properties": {
                     *           "seats": {
                     *             "type": "integer",
                     *             "title": "就餐座位数"
                     *           }
                     *         }
                     *       },
                     *       "themes": [
                     *         "catering"
                     *       ],
                     *       "lifeEvents": [
                     *         "opening-a-shop"
                     *       ],
                     *       "keywords": [
                     *         "开饭店",
                     *         "餐饮证"
                     *       ],
                     *       "version": 2,
                     *       "retiredOn": "2026-12-31",
                     *       "asOf": "2026-04-27",
                     *       "implementation": {
                     *         "district": "379901",
                     *         "agencyName": "海棠市东城区行政审批服务局",
                     *         "promisedTerm": {
                     *           "unit": "working-day",
                     *           "days": 8,
                     *           "source": "东城区承诺时限"
                     *         },
                     *         "places": [
                     *           {
                     *             "name": "东城区政务服务中心",
                     *             "address": "海棠市东城区建设路2号",
                     *             "hours": "工作日 9:00—17:00"
                     *           }
                     *         ],
                     *         "area": "city",
                     *         "implementationCode": "1137990100000000000000131007000",
                     *         "edition": 2,
                     *         "inForceFrom": "2026-05-06"
                     *       },
                     *       "guided": true
                     *     }
                     */
                    "application/json": components["schemas"]["FindItemReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakePublishItem: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example food-business-permit */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "食品经营许可（新办）",
                 *       "itemType": "administrative-permit",
                 *       "basicCode": "000131007000",
                 *       "implementationCode": "1137990000000000000000131007000",
                 *       "handlingType": "promised",
                 *       "decidingAgency": "bureau",
                 *       "decidingAgencyName": "海棠市行政审批服务局",
                 *       "supervisingDepartment": "market-regulation",
                 *       "legalBasis": [
                 *         "食品安全法 35"
                 *       ],
                 *       "conditions": [
                 *         "有与经营品种、数量相适应的场所，并与污染源保持规定距离"
                 *       ],
                 *       "procedure": [
                 *         "申请",
                 *         "受理",
                 *         "审查",
                 *         "决定",
                 *         "制证",
                 *         "送达"
                 *       ],
                 *       "statutoryTerm": {
                 *         "unit": "working-day",
                 *         "days": 15,
                 *         "source": "实施清单（食品经营许可新办）",
                 *         "extension": {
                 *           "maxDays": 10,
                 *           "approver": "agency-head",
                 *           "source": "行政许可法 42①"
                 *         }
                 *       },
                 *       "promisedTerm": {
                 *         "unit": "working-day",
                 *         "days": 10,
                 *         "source": "办事指南承诺时限"
                 *       },
                 *       "warnings": {
                 *         "statutory": [
                 *           {
                 *             "lamp": "blue",
                 *             "workingDaysLeft": 3,
                 *             "percentLeft": 20
                 *           },
                 *           {
                 *             "lamp": "yellow",
                 *             "workingDaysLeft": 1
                 *           }
                 *         ],
                 *         "promised": [
                 *           {
                 *             "lamp": "blue",
                 *             "workingDaysLeft": 2
                 *           }
                 *         ],
                 *         "certificate": [
                 *           {
                 *             "lamp": "blue",
                 *             "workingDaysLeft": 2
                 *           },
                 *           {
                 *             "lamp": "red",
                 *             "workingDaysLeft": 0
                 *           }
                 *         ]
                 *       },
                 *       "materials": [
                 *         {
                 *           "code": "kitchen-layout",
                 *           "name": "主要设备设施布局和操作流程文件",
                 *           "necessity": "required",
                 *           "source": "applicant",
                 *           "acceptanceStandard": "标明各功能区和流程走向",
                 *           "sample": {
                 *             "title": "主要设备设施布局和操作流程文件（示范文本）",
                 *             "fields": [
                 *               {
                 *                 "label": "申请人名称",
                 *                 "example": "海棠市临江小馆餐饮有限公司",
                 *                 "note": "与营业执照一致"
                 *               },
                 *               {
                 *                 "label": "统一社会信用代码",
                 *                 "example": "91371500MA9YXW1T5X"
                 *               }
                 *             ]
                 *           }
                 *         },
                 *         {
                 *           "code": "business-licence",
                 *           "name": "营业执照",
                 *           "necessity": "optional",
                 *           "source": "government",
                 *           "acceptanceStandard": "信息一致且在有效期内"
                 *         },
                 *         {
                 *           "code": "water-quality-report",
                 *           "name": "排水水质、水量检测报告",
                 *           "necessity": "required",
                 *           "source": "intermediary",
                 *           "acceptanceStandard": "受理前一个月内由有资质的机构出具",
                 *           "intermediaryService": "water-quality-testing",
                 *           "validMonths": 1
                 *         }
                 *       ],
                 *       "quantityLimit": "无数量限制",
                 *       "charged": true,
                 *       "feeBasis": "示例：以行政法规规定的收费项目为准",
                 *       "siteVisit": true,
                 *       "resultName": "食品经营许可证",
                 *       "validityYears": 5,
                 *       "consultation": "0999-12345",
                 *       "complaints": "0999-12388",
                 *       "lapse": {
                 *         "unit": "month",
                 *         "count": 3,
                 *         "from": "service",
                 *         "source": "建筑法 9"
                 *       },
                 *       "bases": [
                 *         {
                 *           "law": "食品安全法",
                 *           "article": "35",
                 *           "text": "国家对食品生产经营实行许可制度。",
                 *           "validFrom": "2009-06-01",
                 *           "validTo": "2099-12-31"
                 *         }
                 *       ],
                 *       "localCode": "HT-0131-007",
                 *       "level": "3",
                 *       "powerSource": "statutory",
                 *       "agencyKind": "entrusted",
                 *       "agencyCreditCode": "11371500MB9K2Q0A94",
                 *       "entrustedBy": "海棠市市场监督管理局",
                 *       "served": [
                 *         "natural-person",
                 *         "enterprise"
                 *       ],
                 *       "onlineDepth": "preliminary",
                 *       "visits": 1,
                 *       "visitReason": "领取纸质证照",
                 *       "channels": [
                 *         "window",
                 *         "online"
                 *       ],
                 *       "places": [
                 *         {
                 *           "name": "政务服务中心二楼综合窗口",
                 *           "address": "海棠市东城区市民路1号",
                 *           "hours": "工作日 9:00—17:00",
                 *           "phone": "0999-12345"
                 *         }
                 *       ],
                 *       "fees": [
                 *         {
                 *           "name": "示例收费项目",
                 *           "standard": "每件10元",
                 *           "basis": "示例：以行政法规规定的收费项目为准",
                 *           "reduction": "小微企业免收"
                 *         }
                 *       ],
                 *       "paidOnline": true,
                 *       "specialProcedures": [
                 *         {
                 *           "kind": "testing",
                 *           "days": 10,
                 *           "explanation": "由决定机关委托检测"
                 *         }
                 *       ],
                 *       "intermediaryServices": [
                 *         {
                 *           "code": "water-quality-testing",
                 *           "name": "排水水质、水量检测",
                 *           "basis": "城镇排水与污水处理条例 21",
                 *           "paidBy": "applicant"
                 *         }
                 *       ],
                 *       "resultType": "licence",
                 *       "resultSample": "食品经营许可证（样本）",
                 *       "questions": [
                 *         {
                 *           "question": "多久能办好？",
                 *           "answer": "受理之日起十个工作日内。"
                 *         }
                 *       ],
                 *       "form": {
                 *         "type": "object",
                 *         "properties": {
                 *           "seats": {
                 *             "type": "integer",
                 *             "title": "就餐座位数"
                 *           }
                 *         }
                 *       },
                 *       "themes": [
                 *         "catering"
                 *       ],
                 *       "lifeEvents": [
                 *         "opening-a-shop"
                 *       ],
                 *       "keywords": [
                 *         "开饭店",
                 *         "餐饮证"
                 *       ]
                 *     }
                 */
                "application/json": {
                    agencyCreditCode?: string;
                    /** @enum {unknown} */
                    agencyKind?: "statutory-organ" | "authorised" | "entrusted";
                    bases?: components["schemas"]["LegalBasisOfItemInput"][];
                    basicCode?: string;
                    channels?: string[];
                    charged: boolean;
                    complaints: string;
                    conditions: string[];
                    consultation: string;
                    decidingAgency: string;
                    decidingAgencyName: string;
                    entrustedBy?: string;
                    feeBasis?: string;
                    fees?: components["schemas"]["FeeOfItemInput"][];
                    form?: {
                        [key: string]: unknown;
                    };
                    /** @enum {unknown} */
                    handlingType: "on-the-spot" | "promised";
                    implementationCode?: string;
                    intermediaryServices?: components["schemas"]["IntermediaryServiceOfItemInput"][];
                    /** @enum {unknown} */
                    itemType: "administrative-permit" | "administrative-penalty" | "administrative-coercion" | "administrative-levy" | "administrative-benefit" | "administrative-inspection" | "administrative-confirmation" | "administrative-reward" | "administrative-adjudication" | "other-administrative-power" | "public-service" | "other";
                    keywords?: string[];
                    lapse?: components["schemas"]["LapseOfItemInput"];
                    legalBasis: string[];
                    /** @enum {unknown} */
                    level?: "1" | "2" | "3" | "4" | "5" | "6";
                    lifeEvents?: string[];
                    localCode?: string;
                    materials: components["schemas"]["MaterialOfItemInput"][];
                    name: string;
                    /** @enum {unknown} */
                    onlineDepth?: "information" | "booking" | "preliminary" | "complete";
                    paidOnline?: boolean;
                    places?: components["schemas"]["PlaceOfItemInput"][];
                    /** @enum {unknown} */
                    powerSource?: "statutory" | "delegated-by-superior" | "authorised-by-superior" | "authorised-by-peer" | "entrusted-by-superior" | "entrusted-by-peer";
                    procedure: string[];
                    promisedTerm?: components["schemas"]["TermOfItemInput"];
                    quantityLimit: string;
                    questions?: components["schemas"]["QuestionOfItemInput"][];
                    resultName: string;
                    resultSample?: string;
                    /** @enum {unknown} */
                    resultType?: "licence" | "approval-document" | "other";
                    served?: string[];
                    siteVisit: boolean;
                    specialProcedures?: components["schemas"]["SpecialProcedureOfItemInput"][];
                    statutoryTerm: components["schemas"]["TermOfItemInput"];
                    supervisingDepartment?: string;
                    themes?: string[];
                    validityYears?: number;
                    visitReason?: string;
                    visits?: number;
                    warnings?: components["schemas"]["WarningsOfItemInput"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "food-business-permit",
                     *       "edition": 2,
                     *       "notes": [
                     *         {
                     *           "rule": "field-means-one-thing",
                     *           "path": "bundles.restaurant.form.siteArea",
                     *           "zh": "字段“siteArea”在事项“food-business-permit”与事项“public-assembly-fire-check”中定义不同，请统一定义或改用不同的字段名。",
                     *           "en": "The field \"siteArea\" is defined differently by the item \"food-business-permit\" and the item \"public-assembly-fire-check\"; define it alike or give it another key."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PublishItemReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeFindDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example food-business-permit */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "food-business-permit",
                     *       "revision": 3,
                     *       "status": "drafted",
                     *       "item": {
                     *         "code": "food-business-permit",
                     *         "name": "食品经营许可（新办）",
                     *         "itemType": "administrative-permit",
                     *         "basicCode": "000131007000",
                     *         "implementationCode": "1137990000000000000000131007000",
                     *         "handlingType": "promised",
                     *         "decidingAgency": "bureau",
                     *         "decidingAgencyName": "海棠市行政审批服务局",
                     *         "supervisingDepartment": "market-regulation",
                     *         "legalBasis": [
                     *           "食品安全法 35"
                     *         ],
                     *         "conditions": [
                     *           "有与经营品种、数量相适应的场所，并与污染源保持规定距离"
                     *         ],
                     *         "procedure": [
                     *           "申请",
                     *           "受理",
                     *           "审查",
                     *           "决定",
                     *           "制证",
                     *           "送达"
                     *         ],
                     *         "statutoryTerm": {
                     *           "unit": "working-day",
                     *           "days": 15,
                     *           "source": "实施清单（食品经营许可新办）",
                     *           "extension": {
                     *             "maxDays": 10,
                     *             "approver": "agency-head",
                     *             "source": "行政许可法 42①"
                     *           }
                     *         },
                     *         "promisedTerm": {
                     *           "unit": "working-day",
                     *           "days": 10,
                     *           "source": "办事指南承诺时限"
                     *         },
                     *         "warnings": {
                     *           "statutory": [
                     *             {
                     *               "lamp": "blue",
                     *               "workingDaysLeft": 3,
                     *               "percentLeft": 20
                     *             },
                     *             {
                     *               "lamp": "yellow",
                     *               "workingDaysLeft": 1
                     *             }
                     *           ],
                     *           "promised": [
                     *             {
                     *               "lamp": "blue",
                     *               "workingDaysLeft": 2
                     *             }
                     *           ],
                     *           "certificate": [
                     *             {
                     *               "lamp": "blue",
                     *               "workingDaysLeft": 2
                     *             },
                     *             {
                     *               "lamp": "red",
                     *               "workingDaysLeft": 0
                     *             }
                     *           ]
                     *         },
                     *         "materials": [
                     *           {
                     *             "code": "kitchen-layout",
                     *             "name": "主要设备设施布局和操作流程文件",
                     *             "necessity": "optional",
                     *             "source": "applicant",
                     *             "acceptanceStandard": "标明各功能区和流程走向",
                     *             "sample": {
                     *               "title": "主要设备设施布局和操作流程文件（示范文本）",
                     *               "fields": [
                     *                 {
                     *                   "label": "申请人名称",
                     *                   "example": "海棠市临江小馆餐饮有限公司",
                     *                   "note": "与营业执照一致"
                     *                 },
                     *                 {
                     *                   "label": "统一社会信用代码",
                     *                   "example": "91371500MA9YXW1T5X"
                     *                 }
                     *               ]
                     *             },
                     *             "kind": "form",
                     *             "format": "either",
                     *             "copies": 1,
                     *             "basis": "食品安全法 35",
                     *             "sharedFrom": "电子证照库",
                     *             "fillingNote": "由法定代表人签字"
                     *           },
                     *           {
                     *             "code": "business-licence",
                     *             "name": "营业执照",
                     *             "necessity": "optional",
                     *             "source": "government",
                     *             "acceptanceStandard": "信息一致且在有效期内"
                     *           },
                     *           {
                     *             "code": "water-quality-report",
                     *             "name": "排水水质、水量检测报告",
                     *             "necessity": "required",
                     *             "source": "intermediary",
                     *             "acceptanceStandard": "受理前一个月内由有资质的机构出具",
                     *             "intermediaryService": "water-quality-testing",
                     *             "validMonths": 1
                     *           }
                     *         ],
                     *         "quantityLimit": "无数量限制",
                     *         "charged": true,
                     *         "feeBasis": "示例：以行政法规规定的收费项目为准",
                     *         "siteVisit": true,
                     *         "resultName": "食品经营许可证",
                     *         "validityYears": 5,
                     *         "consultation": "0999-12345",
                     *         "complaints": "0999-12388",
                     *         "lapse": {
                     *           "unit": "month",
                     *           "count": 3,
                     *           "from": "service",
                     *           "source": "建筑法 9"
                     *         },
                     *         "bases": [
                     *           {
                     *             "law": "食品安全法",
                     *             "article": "35",
                     *             "text": "国家对食品生产经营实行许可制度。",
                     *             "validFrom": "2009-06-01",
                     *             "validTo": "2099-12-31"
                     *           }
                     *         ],
                     *         "localCode": "HT-0131-007",
                     *         "level": "3",
                     *         "powerSource": "statutory",
                     *         "agencyKind": "entrusted",
                     *         "agencyCreditCode": "11371500MB9K2Q0A94",
                     *         "entrustedBy": "海棠市市场监督管理局",
                     *         "served": [
                     *           "natural-person",
                     *           "enterprise"
                     *         ],
                     *         "onlineDepth": "preliminary",
                     *         "visits": 1,
                     *         "visitReason": "领取纸质证照",
                     *         "channels": [
                     *           "window",
                     *           "online"
                     *         ],
                     *         "places": [
                     *           {
                     *             "name": "政务服务中心二楼综合窗口",
                     *             "address": "海棠市东城区市民路1号",
                     *             "hours": "工作日 9:00—17:00",
                     *             "phone": "0999-12345"
                     *           }
                     *         ],
                     *         "fees": [
                     *           {
                     *             "name": "示例收费项目",
                     *             "standard": "每件10元",
                     *             "basis": "示例：以行政法规规定的收费项目为准",
                     *             "reduction": "小微企业免收"
                     *           }
                     *         ],
                     *         "paidOnline": true,
                     *         "specialProcedures": [
                     *           {
                     *             "kind": "testing",
                     *             "days": 10,
                     *             "explanation": "由决定机关委托检测"
                     *           }
                     *         ],
                     *         "intermediaryServices": [
                     *           {
                     *             "code": "water-quality-testing",
                     *             "name": "排水水质、水量检测",
                     *             "basis": "城镇排水与污水处理条例 21",
                     *             "paidBy": "applicant"
                     *           }
                     *         ],
                     *         "resultType": "licence",
                     *         "resultSample": "食品经营许可证（样本）",
                     *         "questions": [
                     *           {
                     *             "question": "多久能办好？",
                     *             "answer": "受理之日起十个工作日内。"
                     *           }
                     *         ],
                     *         "form": {
                     *           "type": "object",
                     *           "properties": {
                     *             "seats": {
                     *               "type": "integer",
                     *               "title": "就餐座位数"
                     *             }
                     *           }
                     *         },
                     *         "themes": [
                     *           "catering"
                     *         ],
                     *         "lifeEvents": [
                     *           "opening-a-shop"
                     *         ],
                     *         "keywords": [
                     *           "开饭店",
                     *           "餐饮证"
                     *         ]
                     *       },
                     *       "editedBy": "韩雪",
                     *       "editedAt": "2026-04-27T01:10:00.000Z",
                     *       "reviewedBy": "白露",
                     *       "remarks": "请更换已废止的依据",
                     *       "findings": [
                     *         {
                     *           "rule": "legal-basis-in-force",
                     *           "path": "legalBasis.0",
                     *           "row": 12,
                     *           "subject": "food-business-permit",
                     *           "zh": "依据“环境影响评价法 22”在事项施行之日不具效力，请更换依据。",
                     *           "en": "\"环境影响评价法 22\" is not in force on the day from which the item applies; cite what is.",
                     *           "source": "行政许可法 30"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FindDraftReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeSaveDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example food-business-permit */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "basedOn": 2,
                 *       "item": {
                 *         "code": "food-business-permit",
                 *         "name": "食品经营许可（新办）",
                 *         "itemType": "administrative-permit",
                 *         "basicCode": "000131007000",
                 *         "implementationCode": "1137990000000000000000131007000",
                 *         "handlingType": "promised",
                 *         "decidingAgency": "bureau",
                 *         "decidingAgencyName": "海棠市行政审批服务局",
                 *         "supervisingDepartment": "market-regulation",
                 *         "legalBasis": [
                 *           "食品安全法 35"
                 *         ],
                 *         "conditions": [
                 *           "有与经营品种、数量相适应的场所，并与污染源保持规定距离"
                 *         ],
                 *         "procedure": [
                 *           "申请",
                 *           "受理",
                 *           "审查",
                 *           "决定",
                 *           "制证",
                 *           "送达"
                 *         ],
                 *         "statutoryTerm": {
                 *           "unit": "working-day",
                 *           "days": 15,
                 *           "source": "实施清单（食品经营许可新办）",
                 *           "extension": {
                 *             "maxDays": 10,
                 *             "approver": "agency-head",
                 *             "source": "行政许可法 42①"
                 *           }
                 *         },
                 *         "promisedTerm": {
                 *           "unit": "working-day",
                 *           "days": 10,
                 *           "source": "办事指南承诺时限"
                 *         },
                 *         "warnings": {
                 *           "statutory": [
                 *             {
                 *               "lamp": "blue",
                 *               "workingDaysLeft": 3,
                 *               "percentLeft": 20
                 *             },
                 *             {
                 *               "lamp": "yellow",
                 *               "workingDaysLeft": 1
                 *             }
                 *           ],
                 *           "promised": [
                 *             {
                 *               "lamp": "blue",
                 *               "workingDaysLeft": 2
                 *             }
                 *           ],
                 *           "certificate": [
                 *             {
                 *               "lamp": "blue",
                 *               "workingDaysLeft": 2
                 *             },
                 *             {
                 *               "lamp": "red",
                 *               "workingDaysLeft": 0
                 *             }
                 *           ]
                 *         },
                 *         "materials": [
                 *           {
                 *             "code": "kitchen-layout",
                 *             "name": "主要设备设施布局和操作流程文件",
                 *             "necessity": "optional",
                 *             "source": "applicant",
                 *             "acceptanceStandard": "标明各功能区和流程走向",
                 *             "sample": {
                 *               "title": "主要设备设施布局和操作流程文件（示范文本）",
                 *               "fields": [
                 *                 {
                 *                   "label": "申请人名称",
                 *                   "example": "海棠市临江小馆餐饮有限公司",
                 *                   "note": "与营业执照一致"
                 *                 },
                 *                 {
                 *                   "label": "统一社会信用代码",
                 *                   "example": "91371500MA9YXW1T5X"
                 *                 }
                 *               ]
                 *             },
                 *             "kind": "form",
                 *             "format": "either",
                 *             "copies": 1,
                 *             "basis": "食品安全法 35",
                 *             "sharedFrom": "电子证照库",
                 *             "fillingNote": "由法定代表人签字"
                 *           },
                 *           {
                 *             "code": "business-licence",
                 *             "name": "营业执照",
                 *             "necessity": "optional",
                 *             "source": "government",
                 *             "acceptanceStandard": "信息一致且在有效期内"
                 *           },
                 *           {
                 *             "code": "water-quality-report",
                 *             "name": "排水水质、水量检测报告",
                 *             "necessity": "required",
                 *             "source": "intermediary",
                 *             "acceptanceStandard": "受理前一个月内由有资质的机构出具",
                 *             "intermediaryService": "water-quality-testing",
                 *             "validMonths": 1
                 *           }
                 *         ],
                 *         "quantityLimit": "无数量限制",
                 *         "charged": true,
                 *         "feeBasis": "示例：以行政法规规定的收费项目为准",
                 *         "siteVisit": true,
                 *         "resultName": "食品经营许可证",
                 *         "validityYears": 5,
                 *         "consultation": "0999-12345",
                 *         "complaints": "0999-12388",
                 *         "lapse": {
                 *           "unit": "month",
                 *           "count": 3,
                 *           "from": "service",
                 *           "source": "建筑法 9"
                 *         },
                 *         "bases": [
                 *           {
                 *             "law": "食品安全法",
                 *             "article": "35",
                 *             "text": "国家对食品生产经营实行许可制度。",
                 *             "validFrom": "2009-06-01",
                 *             "validTo": "2099-12-31"
                 *           }
                 *         ],
                 *         "localCode": "HT-0131-007",
                 *         "level": "3",
                 *         "powerSource": "statutory",
                 *         "agencyKind": "entrusted",
                 *         "agencyCreditCode": "11371500MB9K2Q0A94",
                 *         "entrustedBy": "海棠市市场监督管理局",
                 *         "served": [
                 *           "natural-person",
                 *           "enterprise"
                 *         ],
                 *         "onlineDepth": "preliminary",
                 *         "visits": 1,
                 *         "visitReason": "领取纸质证照",
                 *         "channels": [
                 *           "window",
                 *           "online"
                 *         ],
                 *         "places": [
                 *           {
                 *             "name": "政务服务中心二楼综合窗口",
                 *             "address": "海棠市东城区市民路1号",
                 *             "hours": "工作日 9:00—17:00",
                 *             "phone": "0999-12345"
                 *           }
                 *         ],
                 *         "fees": [
                 *           {
                 *             "name": "示例收费项目",
                 *             "standard": "每件10元",
                 *             "basis": "示例：以行政法规规定的收费项目为准",
                 *             "reduction": "小微企业免收"
                 *           }
                 *         ],
                 *         "paidOnline": true,
                 *         "specialProcedures": [
                 *           {
                 *             "kind": "testing",
                 *             "days": 10,
                 *             "explanation": "由决定机关委托检测"
                 *           }
                 *         ],
                 *         "intermediaryServices": [
                 *           {
                 *             "code": "water-quality-testing",
                 *             "name": "排水水质、水量检测",
                 *             "basis": "城镇排水与污水处理条例 21",
                 *             "paidBy": "applicant"
                 *           }
                 *         ],
                 *         "resultType": "licence",
                 *         "resultSample": "食品经营许可证（样本）",
                 *         "questions": [
                 *           {
                 *             "question": "多久能办好？",
                 *             "answer": "受理之日起十个工作日内。"
                 *           }
                 *         ],
                 *         "form": {
                 *           "type": "object",
                 *           "properties": {
                 *             "seats": {
                 *               "type": "integer",
                 *               "title": "就餐座位数"
                 *             }
                 *           }
                 *         },
                 *         "themes": [
                 *           "catering"
                 *         ],
                 *         "lifeEvents": [
                 *           "opening-a-shop"
                 *         ],
                 *         "keywords": [
                 *           "开饭店",
                 *           "餐饮证"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    basedOn: number;
                    item: components["schemas"]["DraftItemInput"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "food-business-permit",
                     *       "revision": 3,
                     *       "status": "drafted",
                     *       "findings": [
                     *         {
                     *           "rule": "legal-basis-in-force",
                     *           "path": "legalBasis.0",
                     *           "row": 12,
                     *           "subject": "food-business-permit",
                     *           "zh": "依据“环境影响评价法 22”在事项施行之日不具效力，请更换依据。",
                     *           "en": "\"环境影响评价法 22\" is not in force on the day from which the item applies; cite what is.",
                     *           "source": "行政许可法 30"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SaveDraftReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakePublishDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example food-business-permit */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 3,
                 *       "inForceFrom": "2026-06-01"
                 *     }
                 */
                "application/json": {
                    inForceFrom?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "food-business-permit",
                     *       "version": 4,
                     *       "status": "published",
                     *       "inForceFrom": "2026-06-01",
                     *       "notes": [
                     *         {
                     *           "rule": "field-means-one-thing",
                     *           "path": "bundles.restaurant.form.siteArea",
                     *           "zh": "字段“siteArea”在事项“food-business-permit”与事项“public-assembly-fire-check”中定义不同，请统一定义或改用不同的字段名。",
                     *           "en": "The field \"siteArea\" is defined differently by the item \"food-business-permit\" and the item \"public-assembly-fire-check\"; define it alike or give it another key."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PublishDraftReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeReviewDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example food-business-permit */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 3,
                 *       "outcome": "return",
                 *       "remarks": "请更换已废止的依据"
                 *     }
                 */
                "application/json": {
                    /** @enum {unknown} */
                    outcome: "approve" | "return";
                    remarks?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "food-business-permit",
                     *       "revision": 3,
                     *       "status": "drafted"
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewDraftReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    printGuide: {
        parameters: {
            query?: {
                /** @description 行政区划代码 Prints agency, term and places of that district */
                district?: string;
                /** @description 指南的日期，缺省为今天 The day of the guide; today without */
                on?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 内容标识 Names the bytes */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有变化 It is what If-None-Match names */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    headOfGuide: {
        parameters: {
            query?: {
                /** @description 行政区划代码 Prints agency, term and places of that district */
                district?: string;
                /** @description 指南的日期，缺省为今天 The day of the guide; today without */
                on?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 内容标识 Names the bytes */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有变化 It is what If-None-Match names */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeListImplementations: {
        parameters: {
            query?: {
                /** @example eyJrIjoiYSIsImkiOiJhIn0 */
                cursor?: string;
                /** @example 379901 */
                district?: string;
                /** @example 20 */
                limit?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example food-business-permit */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "implementations": [
                     *         {
                     *           "district": "379901",
                     *           "level": "4",
                     *           "agency": "bureau",
                     *           "agencyName": "东城区行政审批服务局",
                     *           "area": "city",
                     *           "places": [
                     *             {
                     *               "name": "综合窗口",
                     *               "address": "市民路1号",
                     *               "hours": "工作日 9:00—17:00"
                     *             }
                     *           ],
                     *           "findings": [
                     *             {
                     *               "rule": "same-name-on-all-levels",
                     *               "path": "differs.name",
                     *               "zh": "事项名称与上级不一致，请按“三级四同”统一。",
                     *               "en": "The name differs from the item; it has to be the same on all levels.",
                     *               "source": "三级四同"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "eyJrIjoiYSIsImkiOiJhIn0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListImplementationsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeChangePower: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example food-business-permit */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "transfer",
                 *       "effectiveOn": "2026-06-01",
                 *       "basis": "海政发〔2026〕3号",
                 *       "agency": "bureau",
                 *       "agencyName": "海棠市行政审批服务局",
                 *       "supervisingDepartment": "market-regulation"
                 *     }
                 */
                "application/json": {
                    agency?: string;
                    agencyName?: string;
                    basis: string;
                    effectiveOn: string;
                    /** @enum {unknown} */
                    kind: "transfer" | "delegate" | "undertake" | "cancel";
                    supervisingDepartment?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "food-business-permit",
                     *       "effectiveOn": "2026-06-01",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ChangePowerReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeListVersions: {
        parameters: {
            query?: {
                /** @example 1 */
                from?: number;
                /** @example 2 */
                to?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example food-business-permit */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "versions": [
                     *         {
                     *           "version": 2,
                     *           "status": "in-force",
                     *           "inForceFrom": "2026-04-27",
                     *           "inForceSince": "2026-04-27T01:10:00.000Z",
                     *           "publishedAt": "2026-04-27T01:10:00.000Z"
                     *         },
                     *         {
                     *           "version": 1,
                     *           "status": "retired",
                     *           "inForceFrom": "2026-01-05",
                     *           "inForceSince": "2026-01-05T01:00:00.000Z",
                     *           "retiredAt": "2026-04-27T01:10:00.000Z",
                     *           "retiredBecause": "第 2 版施行",
                     *           "publishedAt": "2026-01-05T01:00:00.000Z"
                     *         },
                     *         {
                     *           "version": 3,
                     *           "status": "withdrawn",
                     *           "inForceFrom": "2026-04-27",
                     *           "publishedAt": "2026-04-27T01:10:00.000Z",
                     *           "withdrawnAt": "2026-04-27T01:10:00.000Z",
                     *           "withdrawnBecause": "承诺时限写错，更正后重新发布"
                     *         }
                     *       ],
                     *       "from": 1,
                     *       "to": 2,
                     *       "differences": [
                     *         {
                     *           "path": "name",
                     *           "before": "\"食品经营许可\"",
                     *           "after": "\"食品经营许可（新办）\""
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListVersionsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeWithdrawVersion: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example food-business-permit */
                code: string;
                /** @example 4 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "条款有误，重新起草"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "food-business-permit",
                     *       "version": 4,
                     *       "status": "withdrawn"
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawVersionReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakePublishImplementation: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379902 */
                district: string;
                /** @example food-business-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "level": "4",
                 *       "agency": "bureau",
                 *       "agencyName": "东城区行政审批服务局",
                 *       "agencyCreditCode": "11371500MB9K2Q0A94",
                 *       "implementationCode": "11371500MB9K2Q0A944000131004000",
                 *       "powerSource": "statutory",
                 *       "promisedTerm": {
                 *         "unit": "working-day",
                 *         "days": 8,
                 *         "source": "东城区办事指南"
                 *       },
                 *       "places": [
                 *         {
                 *           "name": "东城区政务服务中心",
                 *           "address": "东城区人民路2号",
                 *           "hours": "工作日 9:00—17:00"
                 *         }
                 *       ],
                 *       "area": "city",
                 *       "differs": {
                 *         "channels": [
                 *           "window",
                 *           "online"
                 *         ]
                 *       },
                 *       "basedOn": 1,
                 *       "inForceFrom": "2026-05-06"
                 *     }
                 */
                "application/json": {
                    agency: string;
                    agencyCreditCode?: string;
                    agencyName: string;
                    /** @enum {unknown} */
                    area?: "district" | "city" | "province" | "inter-province" | "nation";
                    basedOn?: number;
                    differs?: components["schemas"]["DraftItemInput"];
                    implementationCode?: string;
                    inForceFrom?: string;
                    /** @enum {unknown} */
                    level: "1" | "2" | "3" | "4" | "5" | "6";
                    places?: components["schemas"]["PlaceOfItemInput"][];
                    /** @enum {unknown} */
                    powerSource?: "statutory" | "delegated-by-superior" | "authorised-by-superior" | "authorised-by-peer" | "entrusted-by-superior" | "entrusted-by-peer";
                    promisedTerm?: components["schemas"]["TermOfItemInput"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "item": "food-business-permit",
                     *       "district": "379902",
                     *       "edition": 2,
                     *       "status": "published",
                     *       "inForceFrom": "2026-05-06",
                     *       "notes": [
                     *         {
                     *           "rule": "same-name-on-all-levels",
                     *           "path": "differs.name",
                     *           "zh": "事项名称与上级不一致，请按“三级四同”统一。",
                     *           "en": "The name differs from the item; it has to be the same on all levels.",
                     *           "source": "三级四同"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PublishImplementationReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeListImplementationEditions: {
        parameters: {
            query?: {
                /** @example 1 */
                from?: number;
                /** @example 2 */
                to?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 379902 */
                district: string;
                /** @example food-business-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "editions": [
                     *         {
                     *           "edition": 3,
                     *           "status": "published",
                     *           "inForceFrom": "2026-07-01",
                     *           "ended": "并入市级办理",
                     *           "publishedAt": "2026-04-27T01:10:00.000Z"
                     *         },
                     *         {
                     *           "edition": 2,
                     *           "status": "in-force",
                     *           "inForceFrom": "2026-05-06",
                     *           "inForceSince": "2026-05-05T16:00:00.000Z",
                     *           "publishedAt": "2026-04-27T01:10:00.000Z"
                     *         },
                     *         {
                     *           "edition": 1,
                     *           "status": "retired",
                     *           "inForceFrom": "2026-01-05",
                     *           "inForceSince": "2026-01-05T01:00:00.000Z",
                     *           "retiredAt": "2026-05-05T16:00:00.000Z",
                     *           "retiredBecause": "第 2 版施行",
                     *           "publishedAt": "2026-01-05T01:00:00.000Z"
                     *         }
                     *       ],
                     *       "latest": {
                     *         "item": "food-business-permit",
                     *         "district": "379902",
                     *         "level": "4",
                     *         "agency": "bureau",
                     *         "agencyName": "东城区行政审批服务局",
                     *         "agencyCreditCode": "11371500MB9K2Q0A94",
                     *         "implementationCode": "11371500MB9K2Q0A944000131004000",
                     *         "powerSource": "statutory",
                     *         "promisedTerm": {
                     *           "unit": "working-day",
                     *           "days": 8,
                     *           "source": "东城区办事指南"
                     *         },
                     *         "places": [
                     *           {
                     *             "name": "东城区政务服务中心",
                     *             "address": "东城区人民路2号",
                     *             "hours": "工作日 9:00—17:00"
                     *           }
                     *         ],
                     *         "area": "city",
                     *         "differs": {
                     *           "channels": [
                     *             "window",
                     *             "online"
                     *           ]
                     *         }
                     *       },
                     *       "from": 1,
                     *       "to": 2,
                     *       "differences": [
                     *         {
                     *           "path": "promisedTerm.days",
                     *           "before": "10",
                     *           "after": "8"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListImplementationEditionsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeEndImplementation: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379902 */
                district: string;
                /** @example food-business-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "并入市级办理",
                 *       "on": "2026-07-01"
                 *     }
                 */
                "application/json": {
                    on?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "item": "food-business-permit",
                     *       "district": "379902",
                     *       "edition": 3,
                     *       "status": "published",
                     *       "inForceFrom": "2026-07-01"
                     *     }
                     */
                    "application/json": components["schemas"]["EndImplementationReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalVerifyLicence: {
        parameters: {
            query: {
                /** @example vK3mQ9xT2bWnR7cY */
                code: string;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 379900-20260429-000001-01-L */
                licenceNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenceNumber": "379900-20260429-000001-01-L",
                     *       "name": "食品经营许可证",
                     *       "holder": "海棠市临江小馆餐饮有限公司",
                     *       "issuedBy": "海棠市行政审批服务局",
                     *       "validFrom": "2026-05-14",
                     *       "validUntil": "2031-05-13",
                     *       "status": "valid",
                     *       "useBy": "2026-08-17",
                     *       "lapseSource": "建筑法 9"
                     *     }
                     */
                    "application/json": components["schemas"]["VerifyLicenceReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeListLocker: {
        parameters: {
            query?: {
                /** @example eyJrIjoiMjAyNiJ9 */
                cursor?: string;
                /** @example 20 */
                limit?: number;
                /** @example water-quality-report */
                material?: string;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "files": [
                     *         {
                     *           "lockerFile": "ZJ20260428-000001:60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
                     *           "material": "water-quality-report",
                     *           "materialName": "排水水质、水量检测报告",
                     *           "file": {
                     *             "hash": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
                     *             "name": "水质检测报告.pdf",
                     *             "mediaType": "application/pdf",
                     *             "size": 9000,
                     *             "provenance": {
                     *               "agencyName": "海棠市清源检测技术有限公司",
                     *               "agencyCreditCode": "91371500MA9YXW1T5X",
                     *               "projectNumber": "ZJ20260428-000001",
                     *               "contractNumber": "HT20260506-000001",
                     *               "deliveredAt": "2026-05-12T02:00:00.000Z"
                     *             }
                     *           },
                     *           "storedAt": "2026-05-12T02:00:01.000Z",
                     *           "validUntil": "2026-06-12",
                     *           "usable": true,
                     *           "applicationId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "nextCursor": "eyJrIjoiMjAyNiJ9"
                     *     }
                     */
                    "application/json": components["schemas"]["ListLockerReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    downloadLockerFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lockerFile: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 文件内容的哈希（RFC 9530） The hash of the bytes, as RFC 9530 writes it */
                    "Repr-Digest"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketListAgencies: {
        parameters: {
            query?: {
                /** @example bmFtZQ */
                cursor?: string;
                /** @example 20 */
                limit?: number;
                /** @example 水质 */
                text?: string;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agencies": [
                     *         {
                     *           "name": "海棠市清源水质检测有限公司",
                     *           "creditCode": "91371500MA3QY00A3A",
                     *           "status": "registered"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "nextCursor": "bmFtZQ"
                     *     }
                     */
                    "application/json": components["schemas"]["ListAgenciesReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketFindAgency: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 91371500MA3QY00A3A */
                creditCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "海棠市清源水质检测有限公司",
                     *       "creditCode": "91371500MA3QY00A3A",
                     *       "edition": 2,
                     *       "status": "suspended",
                     *       "actions": [
                     *         "reinstate"
                     *       ],
                     *       "affiliatedWith": [
                     *         "market-regulation"
                     *       ],
                     *       "relatedTo": [
                     *         {
                     *           "name": "海棠市蓝泉环境检测有限公司",
                     *           "creditCode": "91371500MA3QY00B15",
                     *           "relation": "同一控股股东"
                     *         }
                     *       ],
                     *       "qualifications": [
                     *         {
                     *           "code": "inspection-body-accreditation",
                     *           "number": "231512340001",
                     *           "scope": "水和废水",
                     *           "validFrom": "2023-06-01",
                     *           "validUntil": "2029-05-31"
                     *         }
                     *       ],
                     *       "contact": {
                     *         "name": "林悦",
                     *         "phone": "13800000000"
                     *       },
                     *       "registeredAt": "2026-04-20T02:00:00.000Z",
                     *       "suspension": {
                     *         "reason": "一年内累计三次放弃中选",
                     *         "since": "2026-04-21T02:00:00.000Z"
                     *       },
                     *       "records": [
                     *         {
                     *           "kind": "award-given-up",
                     *           "projectNumber": "379900-20260430-000001",
                     *           "at": "2026-05-12T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "scores": {
                     *         "count": 2,
                     *         "quality": 9,
                     *         "timeliness": 10,
                     *         "attitude": 9,
                     *         "price": 8
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FindAgencyReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketRegisterAgency: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 91371500MA3QY00A3A */
                creditCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "海棠市清源水质检测有限公司",
                 *       "committed": true,
                 *       "affiliatedWith": [
                 *         "market-regulation"
                 *       ],
                 *       "relatedTo": [
                 *         {
                 *           "name": "海棠市蓝泉环境检测有限公司",
                 *           "creditCode": "91371500MA3QY00B15",
                 *           "relation": "同一控股股东"
                 *         }
                 *       ],
                 *       "qualifications": [
                 *         {
                 *           "code": "inspection-body-accreditation",
                 *           "number": "231512340001",
                 *           "scope": "水和废水",
                 *           "validFrom": "2023-06-01",
                 *           "validUntil": "2029-05-31"
                 *         }
                 *       ],
                 *       "contact": {
                 *         "name": "林悦",
                 *         "phone": "13800000000"
                 *       }
                 *     }
                 */
                "application/json": {
                    affiliatedWith: string[];
                    committed: boolean;
                    contact: components["schemas"]["ContactInput"];
                    name: string;
                    qualifications: components["schemas"]["AgencyQualificationInput"][];
                    relatedTo?: components["schemas"]["RelatedOrganisationInput"][];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "edition": 1,
                     *       "registeredAt": "2026-04-20T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RegisterAgencyReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketReinstateAgency: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 91371500MA3QY00A3A */
                creditCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "暂停期满"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "since": "2026-07-21T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ReinstateAgencyReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketSuspendAgency: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 91371500MA3QY00A3A */
                creditCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "一年内累计三次放弃中选"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "since": "2026-04-21T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SuspendAgencyReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketListNeeds: {
        parameters: {
            query?: {
                /** @example published */
                status?: "open" | "published" | "met" | "lapsed";
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "needs": [
                     *         {
                     *           "needId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10-drainage-permit-water-quality-report",
                     *           "status": "published",
                     *           "applicationId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10",
                     *           "applicationNumber": "SQ20260429-000001",
                     *           "item": "drainage-permit",
                     *           "itemName": "城镇污水排入排水管网许可",
                     *           "material": "water-quality-report",
                     *           "materialName": "排水水质、水量检测报告",
                     *           "service": "water-quality-testing",
                     *           "listed": true,
                     *           "neededSince": "2026-04-29T08:00:00.000Z",
                     *           "correctionDue": {
                     *             "due": "2026-05-22"
                     *           },
                     *           "projectNumber": "379900-20260430-000001"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListNeedsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketListProjects: {
        parameters: {
            query?: {
                /** @example MjAyNg */
                cursor?: string;
                /** @example 20 */
                limit?: number;
                /** @example water-quality-testing */
                service?: string;
                /** @example published */
                status?: "published" | "closed" | "awarded" | "contract-proposed" | "under-contract" | "delivered" | "failed" | "cancelled";
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projects": [
                     *         {
                     *           "projectNumber": "379900-20260430-000001",
                     *           "title": "临江小馆排水水质检测",
                     *           "serviceName": "排水水质、水量检测",
                     *           "ownerName": "海棠市临江小馆餐饮有限公司",
                     *           "status": "published",
                     *           "publishedAt": "2026-04-30T02:00:00.000Z",
                     *           "closesAt": "2026-05-08T16:00:00.000Z"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "nextCursor": "MjAyNg"
                     *     }
                     */
                    "application/json": components["schemas"]["ListProjectsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketPublishProject: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "needId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10-drainage-permit-water-quality-report",
                 *       "service": "water-quality-testing",
                 *       "title": "临江小馆排水水质检测",
                 *       "scope": "一个排放口，按 GB/T 31962 检测。",
                 *       "funds": "private",
                 *       "budgetFen": 300000,
                 *       "deliverWithinDays": 5,
                 *       "urgentReason": "补正期限将至",
                 *       "avoided": [
                 *         {
                 *           "name": "海棠市净水检验技术有限公司",
                 *           "creditCode": "91371500MA3QY00CXW",
                 *           "reason": "与业主同一股东"
                 *         }
                 *       ],
                 *       "contact": {
                 *         "name": "林悦",
                 *         "phone": "13800000000"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PublishProjectRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectNumber": "379900-20260430-000001",
                     *       "notice": {
                     *         "project": "379900-20260430-000001",
                     *         "title": "临江小馆排水水质检测",
                     *         "publishedAt": "2026-04-30T02:00:00.000Z",
                     *         "closesAt": "2026-05-08T16:00:00.000Z",
                     *         "seedCommitment": "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
                     *         "publicValue": {
                     *           "publication": "上海证券交易所指数收盘行情",
                     *           "issue": "2026-05-11",
                     *           "quantity": "上证综合指数收盘点位",
                     *           "form": "index-points",
                     *           "appearsAt": "2026-05-11T07:00:00.000Z",
                     *           "where": "https://www.sse.com.cn"
                     *         },
                     *         "hash": "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
                     *       },
                     *       "signUpUntil": {
                     *         "due": "2026-05-08"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PublishProjectReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketFindProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectNumber": "379900-20260430-000001",
                     *       "status": "delivered",
                     *       "actions": [
                     *         "rate"
                     *       ],
                     *       "title": "临江小馆排水水质检测",
                     *       "scope": "一个排放口，按 GB/T 31962 检测。",
                     *       "service": {
                     *         "code": "water-quality-testing",
                     *         "name": "排水水质、水量检测"
                     *       },
                     *       "item": {
                     *         "code": "drainage-permit",
                     *         "name": "城镇污水排入排水管网许可"
                     *       },
                     *       "owner": {
                     *         "name": "海棠市临江小馆餐饮有限公司",
                     *         "creditCode": "91371500MA9YXW1T5X"
                     *       },
                     *       "contact": {
                     *         "name": "林悦",
                     *         "phone": "13800000000"
                     *       },
                     *       "funds": "private",
                     *       "budgetFen": 300000,
                     *       "deliverWithinDays": 5,
                     *       "urgentReason": "补正期限将至",
                     *       "avoided": [
                     *         {
                     *           "name": "海棠市净水检验技术有限公司",
                     *           "creditCode": "91371500MA3QY00CXW",
                     *           "reason": "与业主同一股东"
                     *         }
                     *       ],
                     *       "excludesRelated": {
                     *         "ofOwner": true,
                     *         "ofEachOther": true
                     *       },
                     *       "minimumSignUps": 1,
                     *       "signUpUntil": {
                     *         "due": "2026-05-08"
                     *       },
                     *       "notice": {
                     *         "project": "379900-20260430-000001",
                     *         "title": "临江小馆排水水质检测",
                     *         "publishedAt": "2026-04-30T02:00:00.000Z",
                     *         "closesAt": "2026-05-08T16:00:00.000Z",
                     *         "seedCommitment": "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
                     *         "publicValue": {
                     *           "publication": "上海证券交易所指数收盘行情",
                     *           "issue": "2026-05-11",
                     *           "quantity": "上证综合指数收盘点位",
                     *           "form": "index-points",
                     *           "appearsAt": "2026-05-11T07:00:00.000Z",
                     *           "where": "https://www.sse.com.cn"
                     *         },
                     *         "hash": "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
                     *       },
                     *       "ownSignUp": {
                     *         "signedUpAt": "2026-05-06T02:00:00.000Z",
                     *         "withdrawnAt": "2026-05-07T02:00:00.000Z"
                     *       },
                     *       "list": {
                     *         "frozenAt": "2026-05-08T16:00:00.000Z",
                     *         "entries": [
                     *           {
                     *             "name": "海棠市清源水质检测有限公司",
                     *             "creditCode": "91371500MA3QY00A3A"
                     *           },
                     *           {
                     *             "name": "海棠市蓝泉环境检测有限公司",
                     *             "creditCode": "91371500MA3QY00B15"
                     *           }
                     *         ],
                     *         "excluded": [
                     *           {
                     *             "name": "海棠市净水检验技术有限公司",
                     *             "creditCode": "91371500MA3QY00CXW",
                     *             "reasons": [
                     *               {
                     *                 "rule": "qualification-in-force",
                     *                 "zh": "资质在报名截止日已过期。",
                     *                 "en": "The qualification was no longer in force on the closing day."
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "hash": "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"
                     *       },
                     *       "publicValue": {
                     *         "value": "3245.67",
                     *         "source": "https://www.sse.com.cn",
                     *         "readAt": "2026-05-11T07:30:00.000Z",
                     *         "confirmedAt": "2026-05-11T08:00:00.000Z"
                     *       },
                     *       "awards": [
                     *         {
                     *           "agency": {
                     *             "name": "海棠市蓝泉环境检测有限公司",
                     *             "creditCode": "91371500MA3QY00B15"
                     *           },
                     *           "place": 2,
                     *           "awardedAt": "2026-05-12T02:00:00.000Z",
                     *           "contractBy": {
                     *             "due": "2026-05-26"
                     *           },
                     *           "contractOverdueSince": "2026-05-26T16:00:00.000Z"
                     *         },
                     *         {
                     *           "agency": {
                     *             "name": "海棠市清源水质检测有限公司",
                     *             "creditCode": "91371500MA3QY00A3A"
                     *           },
                     *           "place": 1,
                     *           "awardedAt": "2026-05-11T08:00:00.000Z",
                     *           "contractBy": {
                     *             "due": "2026-05-25"
                     *           },
                     *           "givenUpAt": "2026-05-12T02:00:00.000Z",
                     *           "givenUpReason": "设备故障"
                     *         }
                     *       ],
                     *       "contract": {
                     *         "number": "379900-20260430-000001-C",
                     *         "amountFen": 280000,
                     *         "file": {
                     *           "hash": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                     *           "name": "水质检测服务合同.pdf",
                     *           "mediaType": "application/pdf",
                     *           "size": 20480
                     *         },
                     *         "proposedAt": "2026-05-12T03:00:00.000Z",
                     *         "signedAt": "2026-05-12T06:00:00.000Z",
                     *         "deliverBy": {
                     *           "due": "2026-05-19"
                     *         }
                     *       },
                     *       "contractReturned": "金额与报价不符",
                     *       "deliveryOverdueSince": "2026-05-19T16:00:00.000Z",
                     *       "delivery": {
                     *         "file": {
                     *           "hash": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                     *           "name": "水质检测报告.pdf",
                     *           "mediaType": "application/pdf",
                     *           "size": 48213
                     *         },
                     *         "deliveredAt": "2026-05-14T02:05:00.000Z",
                     *         "daysLate": 0
                     *       },
                     *       "ratingOfAgency": {
                     *         "quality": 5,
                     *         "timeliness": 5,
                     *         "attitude": 4,
                     *         "price": 4,
                     *         "remark": "按时交付"
                     *       },
                     *       "ratingOfOwner": {
                     *         "quality": 5,
                     *         "timeliness": 5,
                     *         "attitude": 4,
                     *         "price": 4,
                     *         "remark": "按时交付"
                     *       },
                     *       "end": {
                     *         "reason": "报名不足",
                     *         "at": "2026-05-08T16:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FindProjectReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketGiveUpAward: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "设备故障"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "givenUpAt": "2026-05-12T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["GiveUpAwardReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketCancelProject: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "改由自有实验室检测"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cancelledAt": "2026-05-06T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CancelProjectReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketProposeContract: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amountFen": 280000,
                 *       "fileReceipt": "eyJhbGciOiJFZERTQSJ9.eyJoYXNoIjoiYSJ9.c2ln"
                 *     }
                 */
                "application/json": {
                    amountFen: number;
                    fileReceipt: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "contractNumber": "379900-20260430-000001-C",
                     *       "proposedAt": "2026-05-12T03:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposeContractReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketReturnContract: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "金额与报价不符"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "returnedAt": "2026-05-12T04:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ReturnContractReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketSignContract: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fileHash": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                 *     }
                 */
                "application/json": {
                    fileHash: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "contractNumber": "379900-20260430-000001-C",
                     *       "signedAt": "2026-05-12T06:00:00.000Z",
                     *       "deliverBy": {
                     *         "due": "2026-05-19"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SignContractReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketFindDraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "format": "onewindow-draw/1",
                     *       "notice": {
                     *         "project": "379900-20260430-000001",
                     *         "title": "临江小馆排水水质检测",
                     *         "publishedAt": "2026-04-30T02:00:00.000Z",
                     *         "closesAt": "2026-05-08T16:00:00.000Z",
                     *         "seedCommitment": "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
                     *         "publicValue": {
                     *           "publication": "上海证券交易所指数收盘行情",
                     *           "issue": "2026-05-11",
                     *           "quantity": "上证综合指数收盘点位",
                     *           "form": "index-points",
                     *           "appearsAt": "2026-05-11T07:00:00.000Z",
                     *           "where": "https://www.sse.com.cn"
                     *         },
                     *         "hash": "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
                     *       },
                     *       "list": {
                     *         "frozenAt": "2026-05-08T16:00:00.000Z",
                     *         "entries": [
                     *           {
                     *             "name": "海棠市清源水质检测有限公司",
                     *             "creditCode": "91371500MA3QY00A3A"
                     *           },
                     *           {
                     *             "name": "海棠市蓝泉环境检测有限公司",
                     *             "creditCode": "91371500MA3QY00B15"
                     *           }
                     *         ],
                     *         "excluded": [
                     *           {
                     *             "name": "海棠市净水检验技术有限公司",
                     *             "creditCode": "91371500MA3QY00CXW",
                     *             "reasons": [
                     *               {
                     *                 "rule": "qualification-in-force",
                     *                 "zh": "资质在报名截止日已过期。",
                     *                 "en": "The qualification was no longer in force on the closing day."
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "hash": "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"
                     *       },
                     *       "seed": "1111111111111111111111111111111111111111111111111111111111111111",
                     *       "publicValue": {
                     *         "publication": "上海证券交易所指数收盘行情",
                     *         "issue": "2026-05-11",
                     *         "value": "3245.67",
                     *         "readAt": "2026-05-11T07:30:00.000Z"
                     *       },
                     *       "drawnAt": "2026-05-11T08:00:00.000Z",
                     *       "key": "2222222222222222222222222222222222222222222222222222222222222222",
                     *       "ranking": [
                     *         {
                     *           "place": 1,
                     *           "creditCode": "91371500MA3QY00A3A",
                     *           "score": "3333333333333333333333333333333333333333333333333333333333333333"
                     *         },
                     *         {
                     *           "place": 2,
                     *           "creditCode": "91371500MA3QY00B15",
                     *           "score": "4444444444444444444444444444444444444444444444444444444444444444"
                     *         }
                     *       ],
                     *       "hash": "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                     *     }
                     */
                    "application/json": components["schemas"]["FindDrawReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketConfirmPublicValue: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": "3245.67"
                 *     }
                 */
                "application/json": {
                    value: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agency": {
                     *         "name": "海棠市清源水质检测有限公司",
                     *         "creditCode": "91371500MA3QY00A3A"
                     *       },
                     *       "drawnAt": "2026-05-11T08:00:00.000Z",
                     *       "drawHash": "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                     *     }
                     */
                    "application/json": components["schemas"]["ConfirmPublicValueReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketExcludeAgency: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "creditCode": "91371500MA3QY00CXW",
                 *       "reasons": [
                 *         {
                 *           "rule": "qualification-in-force",
                 *           "zh": "资质在报名截止日已过期。",
                 *           "en": "The qualification was no longer in force on the closing day."
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    creditCode: string;
                    reasons: components["schemas"]["ListReasonInput"][];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "list": {
                     *         "frozenAt": "2026-05-08T16:00:00.000Z",
                     *         "entries": [
                     *           {
                     *             "name": "海棠市清源水质检测有限公司",
                     *             "creditCode": "91371500MA3QY00A3A"
                     *           },
                     *           {
                     *             "name": "海棠市蓝泉环境检测有限公司",
                     *             "creditCode": "91371500MA3QY00B15"
                     *           }
                     *         ],
                     *         "excluded": [
                     *           {
                     *             "name": "海棠市净水检验技术有限公司",
                     *             "creditCode": "91371500MA3QY00CXW",
                     *             "reasons": [
                     *               {
                     *                 "rule": "qualification-in-force",
                     *                 "zh": "资质在报名截止日已过期。",
                     *                 "en": "The qualification was no longer in force on the closing day."
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "hash": "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExcludeAgencyReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    downloadProjectFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 文件内容的哈希（RFC 9530） The hash of the bytes, as RFC 9530 writes it */
                    "Repr-Digest"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketEnterPublicValue: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "publication": "上海证券交易所指数收盘行情",
                 *       "issue": "2026-05-11",
                 *       "value": "3245.67",
                 *       "source": "https://www.sse.com.cn"
                 *     }
                 */
                "application/json": {
                    issue: string;
                    publication: string;
                    source: string;
                    value: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "readAt": "2026-05-11T07:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["EnterPublicValueReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketRateCounterpart: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quality": 5,
                 *       "timeliness": 5,
                 *       "attitude": 4,
                 *       "price": 4,
                 *       "remark": "按时交付"
                 *     }
                 */
                "application/json": {
                    attitude: number;
                    price: number;
                    quality: number;
                    remark?: string;
                    timeliness: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ratedAt": "2026-05-15T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RateCounterpartReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketDeliverReport: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fileReceipt": "eyJhbGciOiJFZERTQSJ9.eyJoYXNoIjoiYiJ9.c2ln"
                 *     }
                 */
                "application/json": {
                    fileReceipt: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deliveredAt": "2026-05-14T02:05:00.000Z",
                     *       "hash": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                     *       "daysLate": 0
                     *     }
                     */
                    "application/json": components["schemas"]["DeliverReportReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketSignUp: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "signedUpAt": "2026-05-06T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SignUpReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketWithdrawSignUp: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260430-000001 */
                projectNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "withdrawnAt": "2026-05-07T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawSignUpReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketListServices: {
        parameters: {
            query?: {
                /** @example drainage-permit */
                item?: string;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "services": [
                     *         {
                     *           "code": "water-quality-testing",
                     *           "name": "排水水质、水量检测",
                     *           "legalBasis": [
                     *             "城镇污水排入排水管网许可管理办法 6"
                     *           ],
                     *           "items": [
                     *             {
                     *               "item": "drainage-permit",
                     *               "itemName": "城镇污水排入排水管网许可",
                     *               "approvingAgency": "bureau"
                     *             }
                     *           ],
                     *           "qualifications": [
                     *             {
                     *               "code": "inspection-body-accreditation",
                     *               "name": "检验检测机构资质认定（CMA）"
                     *             }
                     *           ],
                     *           "matters": [
                     *             {
                     *               "item": "drainage-permit",
                     *               "itemName": "城镇污水排入排水管网许可",
                     *               "decidingAgency": "bureau",
                     *               "decidingAgencyName": "海棠市行政审批服务局"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListServicesReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketPublishService: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example water-quality-testing */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "排水水质、水量检测",
                 *       "legalBasis": [
                 *         "城镇污水排入排水管网许可管理办法 6"
                 *       ],
                 *       "items": [
                 *         {
                 *           "item": "drainage-permit",
                 *           "itemName": "城镇污水排入排水管网许可",
                 *           "approvingAgency": "bureau"
                 *         }
                 *       ],
                 *       "qualifications": [
                 *         {
                 *           "code": "inspection-body-accreditation",
                 *           "name": "检验检测机构资质认定（CMA）"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    items: components["schemas"]["ServedItemInput"][];
                    legalBasis: string[];
                    name: string;
                    qualifications: components["schemas"]["NeededQualificationInput"][];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "water-quality-testing",
                     *       "edition": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PublishServiceReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalListOfficers: {
        parameters: {
            query?: {
                /** @example bureau */
                agency?: string;
                /** @example abc */
                cursor?: string;
                /** @example 20 */
                limit?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "officers": [
                     *         {
                     *           "account": "qin.yun",
                     *           "name": "秦云",
                     *           "agency": "bureau",
                     *           "inPost": true,
                     *           "onLeave": false,
                     *           "roles": [
                     *             "decision-officer"
                     *           ],
                     *           "competences": [
                     *             {
                     *               "items": [
                     *                 "drainage-permit"
                     *               ],
                     *               "acts": [
                     *                 "review"
                     *               ],
                     *               "since": "2026-01-05"
                     *             }
                     *           ],
                     *           "authorisations": [
                     *             {
                     *               "authorisationId": "6f1d2c3b-4a59-4e68-8f70-1a2b3c4d5e6f",
                     *               "kind": "chief-representative",
                     *               "documentNumber": "海审授〔2026〕1号",
                     *               "items": [
                     *                 "food-business-permit"
                     *               ],
                     *               "acts": [
                     *                 "decide"
                     *               ],
                     *               "from": "2026-01-05",
                     *               "until": "2026-12-31",
                     *               "byName": "魏东",
                     *               "grantedAt": "2026-01-04T02:00:00.000Z",
                     *               "reason": "政务服务中心首席代表",
                     *               "actions": [
                     *                 "revoke-authorisation"
                     *               ]
                     *             }
                     *           ],
                     *           "limit": 60,
                     *           "openTasks": 12,
                     *           "authorisedUntil": "2026-12-31",
                     *           "endedAuthorisations": [
                     *             {
                     *               "authorisationId": "7f1d2c3b-4a59-4e68-8f70-1a2b3c4d5e6f",
                     *               "kind": "chief-representative",
                     *               "documentNumber": "海审授〔2026〕1号",
                     *               "items": [
                     *                 "food-business-permit"
                     *               ],
                     *               "acts": [
                     *                 "decide"
                     *               ],
                     *               "from": "2026-01-05",
                     *               "until": "2026-12-31",
                     *               "byName": "魏东",
                     *               "grantedAt": "2026-01-04T02:00:00.000Z",
                     *               "reason": "政务服务中心首席代表",
                     *               "revokedAt": "2026-02-04T02:00:00.000Z",
                     *               "revokedByName": "魏东",
                     *               "revocationReason": "岗位调整"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "abc"
                     *     }
                     */
                    "application/json": components["schemas"]["ListOfficersReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalPublishOfficer: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example qin.yun */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "秦云",
                 *       "agency": "bureau",
                 *       "competences": [
                 *         {
                 *           "items": [
                 *             "food-business-permit"
                 *           ],
                 *           "acts": [
                 *             "review",
                 *             "decide-at-window"
                 *           ],
                 *           "since": "2026-01-05"
                 *         }
                 *       ],
                 *       "roles": [
                 *         "approver"
                 *       ],
                 *       "limit": 60,
                 *       "left": false
                 *     }
                 */
                "application/json": {
                    agency: string;
                    competences: components["schemas"]["OfficerCompetenceInput"][];
                    left?: boolean;
                    limit?: number;
                    name: string;
                    roles?: string[];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "publishedAt": "2026-05-06T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PublishOfficerReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalAuthoriseOfficer: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example qin.yun */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "chief-representative",
                 *       "documentNumber": "海审授〔2026〕3 号",
                 *       "items": [
                 *         "food-business-permit"
                 *       ],
                 *       "acts": [
                 *         "decide"
                 *       ],
                 *       "from": "2026-05-01",
                 *       "until": "2026-12-31",
                 *       "reason": "首席代表轮换"
                 *     }
                 */
                "application/json": {
                    acts: string[];
                    documentNumber: string;
                    from: string;
                    items?: string[];
                    /** @enum {unknown} */
                    kind: "chief-representative" | "delegation";
                    reason?: string;
                    until: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "authorisationId": "6f1d2c3b-4a59-4e68-8f70-1a2b3c4d5e6f",
                     *       "grantedAt": "2026-05-06T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AuthoriseOfficerReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalRevokeAuthorisation: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example qin.yun */
                account: string;
                /** @example 6f1d2c3b-4a59-4e68-8f70-1a2b3c4d5e6f */
                authorisationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "首席代表轮换"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revokedAt": "2026-05-06T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RevokeAuthorisationReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalRecordLeave: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example qin.yun */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-05-11",
                 *       "until": "2026-05-15",
                 *       "reason": "年休假"
                 *     }
                 */
                "application/json": {
                    from: string;
                    reason: string;
                    until: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recordedAt": "2026-05-06T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RecordLeaveReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalDeclareRelation: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example qin.yun */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "creditCode": "91371500MA9YXW1T5X",
                 *       "personName": "林悦",
                 *       "personAccount": "lin.yue",
                 *       "reason": "配偶在该企业任职",
                 *       "until": "2027-05-31"
                 *     }
                 */
                "application/json": {
                    creditCode?: string;
                    personAccount?: string;
                    personName?: string;
                    reason: string;
                    until?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "declaredAt": "2026-05-06T02:00:00.000Z",
                     *       "transferId": "6f1d2c3b-4a59-4e68-8f70-1a2b3c4d5e6f"
                     *     }
                     */
                    "application/json": components["schemas"]["DeclareRelationReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalHandOverWork: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example qin.yun */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "he.ping",
                 *       "reason": "长期病假"
                 *     }
                 */
                "application/json": {
                    reason: string;
                    to?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "transferId": "6f1d2c3b-4a59-4e68-8f70-1a2b3c4d5e6f"
                     *     }
                     */
                    "application/json": components["schemas"]["HandOverWorkReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalClockState: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example approval-bureau */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "host",
                     *       "now": "2026-04-29T07:00:00.000Z",
                     *       "nextDeadline": "2026-05-06T16:00:00.000Z",
                     *       "effects": "halted",
                     *       "haltReason": "peers-differ",
                     *       "alarm": true,
                     *       "databaseSkewMs": 12,
                     *       "peers": [
                     *         {
                     *           "participant": "intake-centre",
                     *           "skewMs": -43120
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ClockState"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalSetClock: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example approval-bureau */
                participant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "2026-05-06T01:30:00.000Z"
                 *     }
                 */
                "application/json": {
                    to: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalResumeEffects: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example approval-bureau */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalJournalFigures: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example approval-bureau */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "journal": 412,
                     *       "published": 198,
                     *       "consumed": 173,
                     *       "parked": 0,
                     *       "armed": 4,
                     *       "backlog": 0
                     *     }
                     */
                    "application/json": components["schemas"]["JournalFigures"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalJournalTrace: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                correlation: string;
                /** @example approval-bureau */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "sequence": 17,
                     *           "entryId": "886313e1-3b8a-4372-9b90-0c9aee199e5d",
                     *           "aggregate": "case",
                     *           "aggregateId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10",
                     *           "aggregateVersion": 4,
                     *           "name": "approval.case-opened",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "zhao.min",
                     *             "name": "赵敏",
                     *             "organisation": "11371500MB2A00001X",
                     *             "organisationName": "海棠市政务服务中心",
                     *             "roles": [
                     *               "window-clerk"
                     *             ],
                     *             "region": "379900",
                     *             "department": "service-centre"
                     *           },
                     *           "cause": "command:gateway-centre/5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e",
                     *           "occurredAt": "2026-04-29T07:00:00.000Z",
                     *           "recordedAt": "2026-04-29T07:00:00.041Z",
                     *           "route": "intake-centre",
                     *           "position": 9,
                     *           "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["JournalTrace"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalListParked: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example approval-bureau */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "parked": [
                     *         {
                     *           "id": "approval-bureau/31",
                     *           "producer": "intake-centre",
                     *           "position": 31,
                     *           "name": "approval.track-decided.v1",
                     *           "aggregateId": "379900-20260429-000001/food-business-permit",
                     *           "reason": "payload-invalid: licence.validUntil is not a date",
                     *           "parkedAt": "2026-05-14T02:05:03.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ParkedMessages"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalRetryParked: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example approval-bureau/31 */
                id: string;
                /** @example approval-bureau */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeClockState: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example intake-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "host",
                     *       "now": "2026-04-29T07:00:00.000Z",
                     *       "nextDeadline": "2026-05-06T16:00:00.000Z",
                     *       "effects": "halted",
                     *       "haltReason": "peers-differ",
                     *       "alarm": true,
                     *       "databaseSkewMs": 12,
                     *       "peers": [
                     *         {
                     *           "participant": "approval-bureau",
                     *           "skewMs": -43120
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ClockState"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeSetClock: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example intake-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "2026-05-06T01:30:00.000Z"
                 *     }
                 */
                "application/json": {
                    to: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeResumeEffects: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example intake-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeJournalFigures: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example intake-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "journal": 412,
                     *       "published": 198,
                     *       "consumed": 173,
                     *       "parked": 0,
                     *       "armed": 4,
                     *       "backlog": 0
                     *     }
                     */
                    "application/json": components["schemas"]["JournalFigures"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeJournalTrace: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                correlation: string;
                /** @example intake-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "sequence": 17,
                     *           "entryId": "886313e1-3b8a-4372-9b90-0c9aee199e5d",
                     *           "aggregate": "application",
                     *           "aggregateId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10",
                     *           "aggregateVersion": 4,
                     *           "name": "intake.application-accepted",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "zhao.min",
                     *             "name": "赵敏",
                     *             "organisation": "11371500MB2A00001X",
                     *             "organisationName": "海棠市政务服务中心",
                     *             "roles": [
                     *               "window-clerk"
                     *             ],
                     *             "region": "379900",
                     *             "department": "service-centre"
                     *           },
                     *           "cause": "command:gateway-centre/5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e",
                     *           "occurredAt": "2026-04-29T07:00:00.000Z",
                     *           "recordedAt": "2026-04-29T07:00:00.041Z",
                     *           "route": "approval-bureau",
                     *           "position": 9,
                     *           "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["JournalTrace"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeListParked: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example intake-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "parked": [
                     *         {
                     *           "id": "approval-bureau/31",
                     *           "producer": "approval-bureau",
                     *           "position": 31,
                     *           "name": "approval.track-decided.v1",
                     *           "aggregateId": "379900-20260429-000001/food-business-permit",
                     *           "reason": "payload-invalid: licence.validUntil is not a date",
                     *           "parkedAt": "2026-05-14T02:05:03.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ParkedMessages"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeRetryParked: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example approval-bureau/31 */
                id: string;
                /** @example intake-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketClockState: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example intermediary-market-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "host",
                     *       "now": "2026-04-29T07:00:00.000Z",
                     *       "nextDeadline": "2026-05-06T16:00:00.000Z",
                     *       "effects": "halted",
                     *       "haltReason": "peers-differ",
                     *       "alarm": true,
                     *       "databaseSkewMs": 12,
                     *       "peers": [
                     *         {
                     *           "participant": "intake-centre",
                     *           "skewMs": -43120
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ClockState"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketSetClock: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example intermediary-market-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "2026-05-06T01:30:00.000Z"
                 *     }
                 */
                "application/json": {
                    to: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketResumeEffects: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example intermediary-market-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketJournalFigures: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example intermediary-market-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "journal": 412,
                     *       "published": 198,
                     *       "consumed": 173,
                     *       "parked": 0,
                     *       "armed": 4,
                     *       "backlog": 0
                     *     }
                     */
                    "application/json": components["schemas"]["JournalFigures"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketJournalTrace: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                correlation: string;
                /** @example intermediary-market-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "sequence": 17,
                     *           "entryId": "886313e1-3b8a-4372-9b90-0c9aee199e5d",
                     *           "aggregate": "handover",
                     *           "aggregateId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10",
                     *           "aggregateVersion": 4,
                     *           "name": "supervision.handover-acknowledged",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "zhao.min",
                     *             "name": "赵敏",
                     *             "organisation": "11371500MB2A00001X",
                     *             "organisationName": "海棠市政务服务中心",
                     *             "roles": [
                     *               "window-clerk"
                     *             ],
                     *             "region": "379900",
                     *             "department": "service-centre"
                     *           },
                     *           "cause": "command:gateway-centre/5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e",
                     *           "occurredAt": "2026-04-29T07:00:00.000Z",
                     *           "recordedAt": "2026-04-29T07:00:00.041Z",
                     *           "route": "approval-bureau",
                     *           "position": 9,
                     *           "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["JournalTrace"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketListParked: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example intermediary-market-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "parked": [
                     *         {
                     *           "id": "approval-bureau/31",
                     *           "producer": "approval-bureau",
                     *           "position": 31,
                     *           "name": "approval.track-decided.v1",
                     *           "aggregateId": "379900-20260429-000001/food-business-permit",
                     *           "reason": "payload-invalid: licence.validUntil is not a date",
                     *           "parkedAt": "2026-05-14T02:05:03.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ParkedMessages"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intermediaryMarketRetryParked: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example approval-bureau/31 */
                id: string;
                /** @example intermediary-market-centre */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    supervisionClockState: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example supervision-market-regulation */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "host",
                     *       "now": "2026-04-29T07:00:00.000Z",
                     *       "nextDeadline": "2026-05-06T16:00:00.000Z",
                     *       "effects": "halted",
                     *       "haltReason": "peers-differ",
                     *       "alarm": true,
                     *       "databaseSkewMs": 12,
                     *       "peers": [
                     *         {
                     *           "participant": "intake-centre",
                     *           "skewMs": -43120
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ClockState"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    supervisionSetClock: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example supervision-market-regulation */
                participant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "2026-05-06T01:30:00.000Z"
                 *     }
                 */
                "application/json": {
                    to: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    supervisionResumeEffects: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example supervision-market-regulation */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    supervisionJournalFigures: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example supervision-market-regulation */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "journal": 412,
                     *       "published": 198,
                     *       "consumed": 173,
                     *       "parked": 0,
                     *       "armed": 4,
                     *       "backlog": 0
                     *     }
                     */
                    "application/json": components["schemas"]["JournalFigures"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    supervisionJournalTrace: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10 */
                correlation: string;
                /** @example supervision-market-regulation */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "sequence": 17,
                     *           "entryId": "886313e1-3b8a-4372-9b90-0c9aee199e5d",
                     *           "aggregate": "handover",
                     *           "aggregateId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10",
                     *           "aggregateVersion": 4,
                     *           "name": "supervision.handover-acknowledged",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "zhao.min",
                     *             "name": "赵敏",
                     *             "organisation": "11371500MB2A00001X",
                     *             "organisationName": "海棠市政务服务中心",
                     *             "roles": [
                     *               "window-clerk"
                     *             ],
                     *             "region": "379900",
                     *             "department": "service-centre"
                     *           },
                     *           "cause": "command:gateway-centre/5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e",
                     *           "occurredAt": "2026-04-29T07:00:00.000Z",
                     *           "recordedAt": "2026-04-29T07:00:00.041Z",
                     *           "route": "approval-bureau",
                     *           "position": 9,
                     *           "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["JournalTrace"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    supervisionListParked: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example supervision-market-regulation */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "parked": [
                     *         {
                     *           "id": "approval-bureau/31",
                     *           "producer": "approval-bureau",
                     *           "position": 31,
                     *           "name": "approval.track-decided.v1",
                     *           "aggregateId": "379900-20260429-000001/food-business-permit",
                     *           "reason": "payload-invalid: licence.validUntil is not a date",
                     *           "parkedAt": "2026-05-14T02:05:03.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ParkedMessages"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    supervisionRetryParked: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example approval-bureau/31 */
                id: string;
                /** @example supervision-market-regulation */
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeVerifyPaper: {
        parameters: {
            query: {
                /** @example 0F3A9C2E7B1D4A6F88 */
                code: string;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 379900-20260427-000001-01-D */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "海棠市行政审批服务局准字〔2026〕第12号",
                     *       "reference": "379900-20260427-000001-01-D",
                     *       "title": "准予行政许可决定书（食品经营许可（新办））",
                     *       "issuedBy": "海棠市行政审批服务局",
                     *       "issuedAt": "2026-05-20T02:00:00.000Z",
                     *       "standing": "replaced",
                     *       "replacedBy": "海棠市行政审批服务局准字〔2026〕第15号",
                     *       "corrects": "海棠市行政审批服务局准字〔2026〕第11号",
                     *       "digest": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                     *       "seal": {
                     *         "algorithm": "Ed25519",
                     *         "keyId": "intake-centre.seal",
                     *         "signature": "q83vASNFZ4k",
                     *         "sealedAt": "2026-05-21T02:00:00.000Z",
                     *         "signedText": "OneWindow paper seal v1\n379900-20260427-000001-01-D\n海棠市行政审批服务局\nsha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n2026-05-21T02:00:00.000Z\n",
                     *         "publicKey": "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["VerifyPaperReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeCorrectPaper: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 379900-20260427-000001-01-D */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "地址漏写门牌号",
                 *       "changes": [
                 *         {
                 *           "field": "premises-address",
                 *           "before": "海棠市东城区市民路",
                 *           "after": "海棠市东城区市民路1号"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    changes: components["schemas"]["ChangeOfPaper"][];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "reference": "379900-20260427-000001-01-D-G1",
                     *       "corrects": "379900-20260427-000001-01-D",
                     *       "issuedAt": "2026-05-21T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CorrectPaperReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    printPaper: {
        parameters: {
            query?: {
                /** @description 核验码或查询码 Code of the paper, or query code */
                code?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 内容标识 Names the bytes */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有变化 It is what If-None-Match names */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    headOfPaper: {
        parameters: {
            query?: {
                /** @description 核验码或查询码 Code of the paper, or query code */
                code?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 内容标识 Names the bytes */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有变化 It is what If-None-Match names */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    printServiceRecord: {
        parameters: {
            query?: {
                /** @description 核验码或查询码 Code of the paper, or query code */
                code?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 内容标识 Names the bytes */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有变化 It is what If-None-Match names */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeListPowers: {
        parameters: {
            query: {
                /** @example bureau */
                agency: string;
                /** @example eyJrIjoiYSIsImkiOiJhIn0 */
                cursor?: string;
                /** @example 20 */
                limit?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "powers": [
                     *         {
                     *           "item": "food-business-permit",
                     *           "name": "食品经营许可（新办）",
                     *           "itemType": "administrative-permit",
                     *           "duty": "decides",
                     *           "powerSource": "statutory",
                     *           "legalBasis": [
                     *             "食品安全法 35"
                     *           ],
                     *           "certificates": [
                     *             {
                     *               "code": "health-certificate",
                     *               "name": "从业人员健康证明",
                     *               "basis": "食品安全法 45"
                     *             }
                     *           ],
                     *           "changes": [
                     *             {
                     *               "kind": "transfer",
                     *               "effectiveOn": "2026-06-01",
                     *               "basis": "海政发〔2026〕3号",
                     *               "from": "海棠市市场监督管理局",
                     *               "to": "海棠市行政审批服务局"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "eyJrIjoiYSIsImkiOiJhIn0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListPowersReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalListProcesses: {
        parameters: {
            query?: {
                /** @example Y29uc3RydWN0aW9uLXBlcm1pdA */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "processes": [
                     *         {
                     *           "code": "construction-permit",
                     *           "version": 2,
                     *           "name": "建筑工程施工许可",
                     *           "stages": 5,
                     *           "publishedAt": "2026-04-20T01:10:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Y29uc3RydWN0aW9uLXBlcm1pdA"
                     *     }
                     */
                    "application/json": components["schemas"]["ListProcessesReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalFindProcess: {
        parameters: {
            query?: {
                /** @example 2 */
                version?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example construction-permit */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "construction-permit",
                     *       "version": 2,
                     *       "name": "建筑工程施工许可",
                     *       "within": {
                     *         "unit": "calendar-day",
                     *         "days": 7,
                     *         "source": "建筑法 8"
                     *       },
                     *       "stages": [
                     *         {
                     *           "code": "first",
                     *           "name": "初审",
                     *           "kind": "first-review",
                     *           "role": "approver",
                     *           "after": [],
                     *           "reportsTo": {
                     *             "agency": "provincial-housing",
                     *             "agencyName": "省住房和城乡建设厅",
                     *             "within": {
                     *               "unit": "working-day",
                     *               "days": 20,
                     *               "source": "行政许可法 43"
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "code": "review",
                     *           "name": "审查",
                     *           "kind": "review",
                     *           "role": "approver",
                     *           "after": []
                     *         },
                     *         {
                     *           "code": "decision",
                     *           "name": "决定",
                     *           "kind": "decision",
                     *           "role": "decision-officer",
                     *           "after": [
                     *             "review"
                     *           ],
                     *           "inBatch": false
                     *         }
                     *       ],
                     *       "returns": [
                     *         {
                     *           "from": "decision",
                     *           "to": "review"
                     *         }
                     *       ],
                     *       "publishedAt": "2026-04-20T01:10:00.000Z",
                     *       "diagram": "flowchart LR"
                     *     }
                     */
                    "application/json": components["schemas"]["FindProcessReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalPublishProcess: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example construction-permit */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "建筑工程施工许可",
                 *       "within": {
                 *         "unit": "calendar-day",
                 *         "days": 7,
                 *         "source": "建筑法 8"
                 *       },
                 *       "stages": [
                 *         {
                 *           "code": "review",
                 *           "name": "审查",
                 *           "kind": "review",
                 *           "role": "approver",
                 *           "after": [],
                 *           "workingDays": 2
                 *         },
                 *         {
                 *           "code": "fire",
                 *           "name": "消防救援意见",
                 *           "kind": "consultation",
                 *           "role": "approver",
                 *           "agency": "fire-rescue",
                 *           "agencyName": "海棠市消防救援大队",
                 *           "after": [
                 *             "review"
                 *           ],
                 *           "when": {
                 *             "field": "siteArea",
                 *             "atLeast": 1000
                 *           },
                 *           "workingDays": 2
                 *         },
                 *         {
                 *           "code": "roads",
                 *           "name": "道路意见",
                 *           "kind": "consultation",
                 *           "role": "approver",
                 *           "agency": "traffic",
                 *           "after": [
                 *             "review"
                 *           ]
                 *         },
                 *         {
                 *           "code": "council",
                 *           "name": "集体审议",
                 *           "kind": "deliberation",
                 *           "role": "agency-head",
                 *           "after": [
                 *             "fire",
                 *             "roads"
                 *           ],
                 *           "atLeast": 1
                 *         },
                 *         {
                 *           "code": "decision",
                 *           "name": "决定",
                 *           "kind": "decision",
                 *           "role": "agency-head",
                 *           "after": [
                 *             "council"
                 *           ],
                 *           "join": "all"
                 *         }
                 *       ],
                 *       "returns": [
                 *         {
                 *           "from": "council",
                 *           "to": "review"
                 *         }
                 *       ],
                 *       "replaces": 1
                 *     }
                 */
                "application/json": {
                    name: string;
                    replaces?: number;
                    returns: components["schemas"]["ReturnOfProcessInput"][];
                    stages: components["schemas"]["StageOfProcessInput"][];
                    within: components["schemas"]["StatutoryTermOfProcessInput"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "construction-permit",
                     *       "version": 2,
                     *       "remarks": [
                     *         {
                     *           "zh": "尚未收到事项目录中“construction-permit”的信息，未能核对事项和法定期限；请确认代码无误。",
                     *           "en": "Nothing has been heard of the item \"construction-permit\" yet, so it and its term were not checked; make sure of its code."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PublishProcessReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeFollowApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "SQ20260427-000001",
                 *       "code": "7KQ4M2XW9H"
                 *     }
                 */
                "application/json": components["schemas"]["FollowApplicationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "applicationId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10",
                     *       "number": "SQ20260427-000001",
                     *       "caseNumber": "379900-20260429-000001",
                     *       "title": "临江小馆：食品经营许可（新办）等 4 项",
                     *       "status": "accepted",
                     *       "receivedAt": "2026-04-27T01:10:00.000Z",
                     *       "steps": [
                     *         {
                     *           "at": "2026-04-27T01:10:00.000Z",
                     *           "what": {
                     *             "kind": "application-submitted",
                     *             "zh": "提交了申请，窗口收到。",
                     *             "en": "The application was filed and received."
                     *           },
                     *           "by": {
                     *             "role": "applicant",
                     *             "organisation": "海棠市临江小馆餐饮有限公司",
                     *             "name": "林悦"
                     *           }
                     *         },
                     *         {
                     *           "at": "2026-04-27T01:10:00.000Z",
                     *           "recordedAt": "2026-04-29T07:00:00.000Z",
                     *           "what": {
                     *             "kind": "application-accepted",
                     *             "zh": "申请已受理，办件编号 379900-20260429-000001。",
                     *             "en": "The application was accepted under case number 379900-20260429-000001."
                     *           },
                     *           "by": {
                     *             "role": "window",
                     *             "organisation": "海棠市政务服务中心综合窗口"
                     *           }
                     *         }
                     *       ],
                     *       "waitingFor": [
                     *         {
                     *           "who": {
                     *             "role": "agency",
                     *             "organisation": "海棠市行政审批服务局"
                     *           },
                     *           "what": {
                     *             "zh": "对“城镇污水排入排水管网许可”作出决定",
                     *             "en": "A decision on the drainage permit"
                     *           },
                     *           "since": "2026-04-29T07:00:00.000Z",
                     *           "due": {
                     *             "haltedSince": "2026-05-12",
                     *             "due": "2026-06-08"
                     *           },
                     *           "date": "statutory",
                     *           "item": "drainage-permit"
                     *         }
                     *       ],
                     *       "tracks": [
                     *         {
                     *           "item": "drainage-permit",
                     *           "itemName": "城镇污水排入排水管网许可",
                     *           "agency": "bureau",
                     *           "agencyName": "海棠市行政审批服务局",
                     *           "status": "suspended",
                     *           "due": {
                     *             "haltedSince": "2026-05-12",
                     *             "due": "2026-06-08"
                     *           },
                     *           "promised": {
                     *             "due": "2026-05-20"
                     *           },
                     *           "lamp": "blue",
                     *           "suspensions": [
                     *             {
                     *               "procedure": "inspection",
                     *               "name": {
                     *                 "zh": "检验",
                     *                 "en": "inspection"
                     *               },
                     *               "noticeNumber": "特程〔2026〕000001号",
                     *               "from": "2026-05-12",
                     *               "expectedUntil": "2026-05-19"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "papers": [
                     *         {
                     *           "number": "受理〔2026〕000001号",
                     *           "kind": "acceptance-receipt",
                     *           "title": "受理通知书",
                     *           "issuedBy": "海棠市政务服务中心综合窗口",
                     *           "issuedAt": "2026-04-29T07:00:00.000Z",
                     *           "servedAt": "2026-04-29T07:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FollowApplicationReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakeExplainDate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "SQ20260427-000001",
                 *       "code": "7KQ4M2XW9H",
                 *       "date": "answer"
                 *     }
                 */
                "application/json": components["schemas"]["ExplainApplicationDateRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "date": "answer",
                     *       "title": {
                     *         "zh": "答复期限",
                     *         "en": "Answer by"
                     *       },
                     *       "due": {
                     *         "due": "2026-05-06"
                     *       },
                     *       "article": "行政许可法 32(四)",
                     *       "steps": [
                     *         {
                     *           "kind": "rule",
                     *           "zh": "依据行政许可法 32(四)：5 个工作日",
                     *           "en": "行政许可法 32(四): 5 working days"
                     *         },
                     *         {
                     *           "kind": "start",
                     *           "zh": "起算：2026-04-27（周一），当日不计（民法典 201）",
                     *           "en": "event: 2026-04-27 (Mon), its own day is not counted (民法典 201)"
                     *         },
                     *         {
                     *           "kind": "run",
                     *           "zh": "计入：2026-04-28（周二）至2026-04-30（周四），3 日，累计 3 日",
                     *           "en": "counted: 2026-04-28 (Tue) to 2026-04-30 (Thu), 3, 3 in all",
                     *           "run": {
                     *             "role": "counted",
                     *             "from": "2026-04-28",
                     *             "to": "2026-04-30",
                     *             "days": 3,
                     *             "total": 3,
                     *             "makeUpDays": []
                     *           }
                     *         },
                     *         {
                     *           "kind": "run",
                     *           "zh": "不计：2026-05-01（周五）至2026-05-05（周二），法定节假日",
                     *           "en": "not counted: 2026-05-01 (Fri) to 2026-05-05 (Tue), public holiday",
                     *           "run": {
                     *             "role": "skipped",
                     *             "from": "2026-05-01",
                     *             "to": "2026-05-05",
                     *             "days": 0,
                     *             "total": 3,
                     *             "reason": {
                     *               "zh": "法定节假日",
                     *               "en": "public holiday"
                     *             },
                     *             "makeUpDays": []
                     *           }
                     *         },
                     *         {
                     *           "kind": "end",
                     *           "zh": "期限届满：2026-05-06（周三） 24:00（北京时间）",
                     *           "en": "the term ends: 2026-05-06 (Wed) at 24:00, Asia/Shanghai"
                     *         }
                     *       ],
                     *       "summary": {
                     *         "zh": "计入：2026-04-28~04-30(3)。",
                     *         "en": "counted: 2026-04-28~04-30(3)."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExplainApplicationDateReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalFollowCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "caseNumber": "379900-20260429-000001",
                 *       "code": "7KQ4M2XW9H"
                 *     }
                 */
                "application/json": components["schemas"]["FollowCaseRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "applicationId": "6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10",
                     *       "number": "379900-20260429-000001",
                     *       "title": "临江小馆：食品经营许可（新办）等 4 项",
                     *       "status": "open",
                     *       "acceptedAt": "2026-04-29T07:00:00.000Z",
                     *       "steps": [
                     *         {
                     *           "at": "2026-05-14T03:00:00.000Z",
                     *           "what": {
                     *             "kind": "track-decided",
                     *             "zh": "“食品经营许可（新办）”准予许可。",
                     *             "en": "Food business permit: granted."
                     *           },
                     *           "by": {
                     *             "role": "agency",
                     *             "organisation": "海棠市行政审批服务局"
                     *           },
                     *           "item": "food-business-permit"
                     *         }
                     *       ],
                     *       "waitingFor": [
                     *         {
                     *           "who": {
                     *             "role": "agency",
                     *             "organisation": "海棠市行政审批服务局"
                     *           },
                     *           "what": {
                     *             "zh": "对“城镇污水排入排水管网许可”作出决定",
                     *             "en": "A decision on the drainage permit"
                     *           },
                     *           "since": "2026-04-29T07:00:00.000Z",
                     *           "due": {
                     *             "haltedSince": "2026-05-12",
                     *             "due": "2026-06-08"
                     *           },
                     *           "date": "statutory",
                     *           "item": "drainage-permit"
                     *         }
                     *       ],
                     *       "tracks": [
                     *         {
                     *           "item": "food-business-permit",
                     *           "itemName": "食品经营许可（新办）",
                     *           "agency": "bureau",
                     *           "agencyName": "海棠市行政审批服务局",
                     *           "status": "granted",
                     *           "due": {
                     *             "due": "2026-05-22"
                     *           },
                     *           "suspensions": [
                     *             {
                     *               "procedure": "inspection",
                     *               "name": {
                     *                 "zh": "检验",
                     *                 "en": "inspection"
                     *               },
                     *               "noticeNumber": "特程〔2026〕000001号",
                     *               "from": "2026-05-12",
                     *               "expectedUntil": "2026-05-19",
                     *               "until": "2026-05-19"
                     *             }
                     *           ],
                     *           "decision": {
                     *             "number": "379900-20260429-000001-01-D",
                     *             "outcome": "granted",
                     *             "decidedAt": "2026-05-14T03:00:00.000Z",
                     *             "agency": "bureau",
                     *             "agencyName": "海棠市行政审批服务局",
                     *             "reasons": [
                     *               "符合条件。"
                     *             ]
                     *           },
                     *           "appeal": {
                     *             "reconsiderationBody": "海棠市人民政府",
                     *             "reconsiderationTerm": "自知道本决定之日起六十日内",
                     *             "court": "海棠市人民法院",
                     *             "litigationTerm": "自知道或者应当知道本决定之日起六个月内"
                     *           },
                     *           "appealUntil": {
                     *             "reconsideration": {
                     *               "due": "2026-07-14"
                     *             },
                     *             "litigation": {
                     *               "due": "2026-11-16"
                     *             }
                     *           },
                     *           "licence": {
                     *             "number": "379900-20260429-000001-01-L",
                     *             "name": "食品经营许可证",
                     *             "validFrom": "2026-05-14",
                     *             "validUntil": "2031-05-13",
                     *             "verificationCode": "vK3mQ9xT2bWnR7cY"
                     *           }
                     *         },
                     *         {
                     *           "item": "drainage-permit",
                     *           "itemName": "城镇污水排入排水管网许可",
                     *           "agency": "bureau",
                     *           "agencyName": "海棠市行政审批服务局",
                     *           "status": "suspended",
                     *           "due": {
                     *             "haltedSince": "2026-05-12",
                     *             "due": "2026-06-08"
                     *           },
                     *           "promised": {
                     *             "due": "2026-05-20"
                     *           },
                     *           "lamp": "blue",
                     *           "suspensions": [
                     *             {
                     *               "procedure": "inspection",
                     *               "name": {
                     *                 "zh": "检验",
                     *                 "en": "inspection"
                     *               },
                     *               "noticeNumber": "特程〔2026〕000001号",
                     *               "from": "2026-05-12",
                     *               "expectedUntil": "2026-05-19"
                     *             }
                     *           ],
                     *           "quota": {
                     *             "place": 12,
                     *             "ahead": 4,
                     *             "limit": 100,
                     *             "left": 3,
                     *             "from": "2026-01-01",
                     *             "until": "2026-12-31",
                     *             "documentNumber": "海政发〔2026〕12号"
                     *           }
                     *         }
                     *       ],
                     *       "papers": [
                     *         {
                     *           "number": "379900-20260429-000001-01-D",
                     *           "officialNumber": "海棠市行政审批服务局准字〔2026〕第203号",
                     *           "kind": "decision",
                     *           "title": "准予行政许可决定书",
                     *           "issuedBy": "海棠市政务服务中心综合窗口",
                     *           "issuedAt": "2026-04-29T07:00:00.000Z",
                     *           "servedAt": "2026-04-29T07:00:00.000Z",
                     *           "item": "food-business-permit"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FollowCaseReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalExplainDate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "caseNumber": "379900-20260429-000001",
                 *       "code": "7KQ4M2XW9H",
                 *       "item": "drainage-permit",
                 *       "date": "statutory"
                 *     }
                 */
                "application/json": components["schemas"]["ExplainCaseDateRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "date": "statutory",
                     *       "title": {
                     *         "zh": "法定办结日",
                     *         "en": "Decision by"
                     *       },
                     *       "due": {
                     *         "due": "2026-05-06"
                     *       },
                     *       "article": "行政许可法 42",
                     *       "steps": [
                     *         {
                     *           "kind": "rule",
                     *           "zh": "依据行政许可法 42：5 个工作日",
                     *           "en": "行政许可法 42: 5 working days"
                     *         },
                     *         {
                     *           "kind": "start",
                     *           "zh": "起算：2026-04-27（周一），当日不计（民法典 201）",
                     *           "en": "event: 2026-04-27 (Mon), its own day is not counted (民法典 201)"
                     *         },
                     *         {
                     *           "kind": "run",
                     *           "zh": "计入：2026-04-28（周二）至2026-04-30（周四），3 日，累计 3 日",
                     *           "en": "counted: 2026-04-28 (Tue) to 2026-04-30 (Thu), 3, 3 in all",
                     *           "run": {
                     *             "role": "counted",
                     *             "from": "2026-04-28",
                     *             "to": "2026-04-30",
                     *             "days": 3,
                     *             "total": 3,
                     *             "makeUpDays": []
                     *           }
                     *         },
                     *         {
                     *           "kind": "run",
                     *           "zh": "不计：2026-05-01（周五）至2026-05-05（周二），法定节假日",
                     *           "en": "not counted: 2026-05-01 (Fri) to 2026-05-05 (Tue), public holiday",
                     *           "run": {
                     *             "role": "skipped",
                     *             "from": "2026-05-01",
                     *             "to": "2026-05-05",
                     *             "days": 0,
                     *             "total": 3,
                     *             "reason": {
                     *               "zh": "法定节假日",
                     *               "en": "public holiday"
                     *             },
                     *             "makeUpDays": []
                     *           }
                     *         },
                     *         {
                     *           "kind": "end",
                     *           "zh": "期限届满：2026-05-06（周三） 24:00（北京时间）",
                     *           "en": "the term ends: 2026-05-06 (Wed) at 24:00, Asia/Shanghai"
                     *         }
                     *       ],
                     *       "summary": {
                     *         "zh": "计入：2026-04-28~04-30(3)。",
                     *         "en": "counted: 2026-04-28~04-30(3)."
                     *       },
                     *       "item": "drainage-permit"
                     *     }
                     */
                    "application/json": components["schemas"]["ExplainCaseDateReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    followMatter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowApplicationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalListQuotas: {
        parameters: {
            query?: {
                /** @example abc */
                cursor?: string;
                /** @example 20 */
                limit?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "quotas": [
                     *         {
                     *           "item": "taxi-operation-permit",
                     *           "itemName": "出租汽车经营许可",
                     *           "period": {
                     *             "from": "2026-06-01",
                     *             "until": "2026-12-31",
                     *             "limit": 100,
                     *             "documentNumber": "海政发〔2026〕12号",
                     *             "granted": 37,
                     *             "left": 63
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "abc"
                     *     }
                     */
                    "application/json": components["schemas"]["ListQuotasReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalFindQuota: {
        parameters: {
            query?: {
                /** @example abc */
                cursor?: string;
                /** @example 2026-06-01 */
                from?: string;
                /** @example 20 */
                limit?: number;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example taxi-operation-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "item": "taxi-operation-permit",
                     *       "periods": [
                     *         {
                     *           "from": "2026-06-01",
                     *           "until": "2026-12-31",
                     *           "limit": 100,
                     *           "documentNumber": "海政发〔2026〕12号",
                     *           "granted": 37,
                     *           "left": 63
                     *         }
                     *       ],
                     *       "queue": {
                     *         "from": "2026-06-01",
                     *         "filings": 240,
                     *         "undecided": 12,
                     *         "inOrder": [
                     *           {
                     *             "place": 38,
                     *             "standing": "undecided",
                     *             "waitsFor": 36,
                     *             "caseNumber": "379900-20260602-000038",
                     *             "applicantName": "海棠市顺达客运有限公司",
                     *             "acceptedAt": "2026-06-02T01:10:00.000Z"
                     *           }
                     *         ],
                     *         "nextCursor": "abc"
                     *       },
                     *       "history": [
                     *         {
                     *           "from": "2026-06-01",
                     *           "until": "2026-12-31",
                     *           "limit": 100,
                     *           "documentNumber": "海政发〔2026〕12号",
                     *           "publishedAt": "2026-05-06T02:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FindQuotaReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalPublishQuota: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example taxi-operation-permit */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-06-01",
                 *       "until": "2026-12-31",
                 *       "limit": 100,
                 *       "documentNumber": "海政发〔2026〕12号"
                 *     }
                 */
                "application/json": {
                    documentNumber: string;
                    from: string;
                    limit: number;
                    until: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "publishedAt": "2026-05-08T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PublishQuotaReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "account": "lin.yue",
                 *       "password": "…"
                 *     }
                 */
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOpened"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    intakeFindSynonyms: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "groups": [
                     *         {
                     *           "words": [
                     *             "开饭店",
                     *             "餐馆"
                     *           ],
                     *           "means": [
                     *             "食品经营许可"
                     *           ]
                     *         }
                     *       ],
                     *       "ignored": [
                     *         "怎么办"
                     *       ],
                     *       "edition": 1
                     *     }
                     */
                    "application/json": components["schemas"]["FindSynonymsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    intakePublishSynonyms: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "groups": [
                 *         {
                 *           "words": [
                 *             "开饭店",
                 *             "餐馆"
                 *           ],
                 *           "means": [
                 *             "食品经营许可"
                 *           ]
                 *         }
                 *       ],
                 *       "ignored": [
                 *         "怎么办"
                 *       ],
                 *       "basedOn": 0
                 *     }
                 */
                "application/json": components["schemas"]["PublishSynonymsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "edition": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PublishSynonymsReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalListTasks: {
        parameters: {
            query?: {
                /** @example abc */
                cursor?: string;
                /** @example food-business-permit */
                item?: string;
                /** @example red */
                lamp?: "blue" | "yellow" | "red";
                /** @example 20 */
                limit?: number;
                /** @example mine */
                of?: "mine" | "pool" | "agency";
                /** @example review */
                stage?: string;
                /** @example 临江 */
                text?: string;
            };
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tasks": [
                     *         {
                     *           "caseNumber": "379900-20260429-000001",
                     *           "item": "food-business-permit",
                     *           "stage": "review",
                     *           "itemName": "食品经营许可",
                     *           "stageName": "审查",
                     *           "role": "approver",
                     *           "kind": "review",
                     *           "status": "in-review",
                     *           "applicantName": "海棠市临江小馆餐饮有限公司",
                     *           "premisesName": "临江小馆",
                     *           "address": "滨河路 12 号",
                     *           "officer": "qian.wei",
                     *           "officerName": "钱伟",
                     *           "greenLane": true,
                     *           "dueOn": "2026-05-10",
                     *           "lamp": "yellow",
                     *           "actions": [
                     *             "release-task"
                     *           ],
                     *           "withheld": [
                     *             {
                     *               "actions": [
                     *                 "complete-stages"
                     *               ],
                     *               "rule": "not-on-leave",
                     *               "zh": "您在休假期间。",
                     *               "en": "You are on leave.",
                     *               "source": "行政许可法 24"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "lamps": {
                     *         "red": 0,
                     *         "yellow": 1,
                     *         "blue": 0,
                     *         "none": 3
                     *       },
                     *       "nextCursor": "abc"
                     *     }
                     */
                    "application/json": components["schemas"]["ListTasksReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalClaimTasks: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tasks": [
                 *         {
                 *           "caseNumber": "379900-20260429-000001",
                 *           "item": "food-business-permit",
                 *           "stage": "review"
                 *         },
                 *         {
                 *           "caseNumber": "379900-20260429-000002",
                 *           "item": "food-business-permit",
                 *           "stage": "review"
                 *         }
                 *       ],
                 *       "assignTo": {
                 *         "officer": "qian.wei",
                 *         "reason": "同一申请人的事项集中办理。"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ClaimTasksRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "caseNumber": "379900-20260429-000001",
                     *           "item": "food-business-permit",
                     *           "stage": "review",
                     *           "done": true
                     *         },
                     *         {
                     *           "caseNumber": "379900-20260429-000002",
                     *           "item": "food-business-permit",
                     *           "stage": "review",
                     *           "done": false,
                     *           "refusal": {
                     *             "code": "task-held",
                     *             "zh": "该任务已有人承办。",
                     *             "en": "Somebody else has this task already.",
                     *             "unmet": [
                     *               {
                     *                 "rule": "not-recused",
                     *                 "path": "officer",
                     *                 "zh": "您与申请人有应当回避的关系，请由本机关负责人另行指派。",
                     *                 "en": "You stand back from the matters of this applicant; the head has to assign somebody else.",
                     *                 "source": "公务员法 76"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BatchReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalCompleteStages: {
        parameters: {
            query?: never;
            header: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description 幂等键，每次办理用新的键 A new one for each act, the same one for its retries.
                 * @example 5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "stages": [
                 *         {
                 *           "caseNumber": "379900-20260429-000001",
                 *           "item": "enterprise-investment-filing",
                 *           "stage": "decision"
                 *         }
                 *       ],
                 *       "outcome": "准予",
                 *       "remark": "形式审查，材料齐全。",
                 *       "grounds": [
                 *         "材料齐全、符合法定形式。"
                 *       ],
                 *       "legalBasis": [
                 *         "行政许可法 34"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CompleteStagesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "caseNumber": "379900-20260429-000001",
                     *           "item": "enterprise-investment-filing",
                     *           "stage": "decision",
                     *           "done": true,
                     *           "decisionNumber": "379900-20260429-000001-1-D"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BatchReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    approvalFindWorkTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 不予办理时说明的语言 The language of title and detail of a refusal. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @example 6f1d2c3b-4a59-4e68-8f70-1a2b3c4d5e6f */
                transferId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "transferId": "6f1d2c3b-4a59-4e68-8f70-1a2b3c4d5e6f",
                     *       "status": "finished",
                     *       "account": "qin.yun",
                     *       "to": "qin.yun",
                     *       "reason": "长期病假",
                     *       "creditCode": "91371500MA9YXW1T5X",
                     *       "begunAt": "2026-05-06T02:00:00.000Z",
                     *       "finishedAt": "2026-05-06T02:00:00.000Z",
                     *       "reassigned": 212,
                     *       "toPool": 3
                     *     }
                     */
                    "application/json": components["schemas"]["FindWorkTransferReply"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
}
