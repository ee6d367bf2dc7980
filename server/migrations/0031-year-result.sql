-- Lists show the year's result in words, whatever the level: of THCS and THPT it is two levels, not one identifier.
alter table registry_record rename column education_result to year_result;
alter table published_record rename column education_result to year_result;
update registry_record set year_result = case year_result
  when 'completedOutstandingly' then 'Hoàn thành xuất sắc'
  when 'completedWell' then 'Hoàn thành tốt'
  when 'completed' then 'Hoàn thành'
  when 'notCompleted' then 'Chưa hoàn thành'
  else year_result end;
update published_record set year_result = case year_result
  when 'completedOutstandingly' then 'Hoàn thành xuất sắc'
  when 'completedWell' then 'Hoàn thành tốt'
  when 'completed' then 'Hoàn thành'
  when 'notCompleted' then 'Chưa hoàn thành'
  else year_result end;
